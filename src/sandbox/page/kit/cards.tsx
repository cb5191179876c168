import type { CardBlock, CarouselBlock, ContainerBlock, KnownBlock } from "@slack/types";
import type { JSX } from "preact";
import { Elements } from "./elements-row.tsx";
import { Picture } from "./picture.tsx";
import { RichText } from "./rich-text.tsx";
import { Text } from "./text.tsx";

export function Card({ block }: { block: CardBlock }) {
  const { hero_image: hero, icon, title, subtitle, body, actions, block_id: blockId } = block;
  return (
    <article class="kit-card">
      {hero && <Picture image={hero} />}
      <div class="kit-card-head">
        {icon && <Picture image={icon} isSmall />}
        <div>
          {title && (
            <div class="kit-card-title">
              <Text text={title} />
            </div>
          )}
          {subtitle && (
            <div class="kit-about">
              <Text text={subtitle} />
            </div>
          )}
        </div>
      </div>
      {body && <Text text={body} />}
      {actions && <Elements blockId={blockId} elements={actions} />}
    </article>
  );
}

/** Cards side by side, to be scrolled. */
export function Carousel({ block }: { block: CarouselBlock }) {
  return (
    <section class="kit-carousel" aria-label="Cards">
      {block.elements.map((card) => (
        <Card block={{ ...card, block_id: card.block_id ?? block.block_id ?? "" }} />
      ))}
    </section>
  );
}

interface ContainerProps {
  block: ContainerBlock;
  draw(block: KnownBlock): JSX.Element;
}

/** Blocks under one heading, which may fold them away. */
export function Container({ block, draw }: ContainerProps) {
  const { title, rich_text_title: richTitle, subtitle, icon, width = "standard" } = block;
  const head = (
    <>
      {icon && <Picture image={icon} isSmall />}
      <div>
        <div class="kit-card-title">
          {richTitle ? <RichText block={richTitle} /> : title && <Text text={title} />}
        </div>
        {subtitle && (
          <div class="kit-about">
            <Text text={subtitle} />
          </div>
        )}
      </div>
    </>
  );
  const look = `kit-container is-${width}`;
  const body = block.child_blocks.map((child) => draw(child));
  if (block.is_collapsible === true) {
    return (
      <details class={look} open={block.default_collapsed !== true}>
        <summary class="kit-card-head">{head}</summary>
        <div class="kit-container-body">{body}</div>
      </details>
    );
  }
  return (
    <section class={look}>
      <div class={`kit-card-head${block.has_header_divider ? " is-divided" : ""}`}>{head}</div>
      <div class="kit-container-body">{body}</div>
    </section>
  );
}
