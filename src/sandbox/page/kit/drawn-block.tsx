import type {
  AlertBlock,
  ContextBlock,
  HeaderBlock,
  ImageBlock,
  KnownBlock,
  SectionBlock,
} from "@slack/types";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { Card, Carousel, Container } from "./cards.tsx";
import { Chart, isChart } from "./chart.tsx";
import { Element, keyOf, nameOf } from "./draw-element.tsx";
import { Elements } from "./elements-row.tsx";
import { InputField } from "./input-field.tsx";
import { Markdown } from "./markdown.tsx";
import { NotDrawn } from "./not-drawn.tsx";
import { Picture } from "./picture.tsx";
import { RichText } from "./rich-text.tsx";
import { DataTable, Table } from "./tables.tsx";
import { Plan, TaskCard } from "./tasks.tsx";
import { plainOf, Text } from "./text.tsx";
import { Video } from "./video.tsx";

/** One block. `error` are the words under its field. */
export function DrawnBlock({ block, error }: { block: KnownBlock; error?: string | undefined }): JSX.Element {
  if (isChart(block)) return <Chart block={block} />;
  switch (block.type) {
    case "section":
      return <Section block={block} />;
    case "actions":
    case "context_actions":
      return <Elements blockId={block.block_id} elements={block.elements} />;
    case "context":
      return <Context block={block} />;
    case "header":
      return <Header block={block} />;
    case "divider":
      return <hr class="kit-divider" />;
    case "image":
      return <Image block={block} />;
    case "input":
      return <InputField block={block} error={error} />;
    case "rich_text":
      return <RichText block={block} />;
    case "markdown":
      return <Markdown block={block} />;
    case "alert":
      return <Alert block={block} />;
    case "table":
      return <Table block={block} />;
    case "data_table":
      return <DataTable block={block} />;
    case "video":
      return <Video block={block} />;
    case "card":
      return <Card block={block} />;
    case "carousel":
      return <Carousel block={block} />;
    case "container":
      return <Container block={block} draw={(inner) => <DrawnBlock block={inner} />} />;
    case "plan":
      return <Plan block={block} />;
    case "task_card":
      return <TaskCard block={block} />;
    case "file":
      return <p class="kit-remark">A remote file, {block.external_id}.</p>;
    default:
      return <NotDrawn type={(block satisfies never as { type: string }).type} />;
  }
}

function Section({ block }: { block: SectionBlock }) {
  const id = useId();
  const { text, fields, accessory, block_id: blockId = "" } = block;
  const isWide =
    accessory !== undefined && /_select$|picker$|^checkboxes$|^radio_buttons$/.test(accessory.type);
  return (
    <div class={`kit-section${isWide ? " is-wide" : ""}`}>
      <div class="kit-section-words">
        {text && (
          <div id={`${id}-words`}>
            <Text text={text} />
          </div>
        )}
        {fields && (
          <div class="kit-columns">
            {fields.map((field) => (
              <Text text={field} />
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <Element
          key={keyOf(accessory)}
          spot={{ blockId, element: accessory, tells: true, isOptional: false }}
          field={{ id, label: nameOf(accessory), labelledBy: text && isWide ? `${id}-words` : undefined }}
        />
      )}
    </div>
  );
}

function Context({ block }: { block: ContextBlock }) {
  return (
    <div class="kit-context">
      {block.elements.map((element) =>
        element.type === "image" ? <Picture image={element} isSmall /> : <Text text={element} />,
      )}
    </div>
  );
}

/** Slack's young `level` makes some headers smaller. */
function Header({ block }: { block: HeaderBlock & { level?: number } }) {
  return <h3 class={`kit-header is-level-${block.level ?? 1}`}>{plainOf(block.text)}</h3>;
}

function Image({ block }: { block: ImageBlock }) {
  return (
    <figure class="kit-figure">
      {block.title && <figcaption class="kit-about">{plainOf(block.title)}</figcaption>}
      <Picture image={block} />
    </figure>
  );
}

const levels = { info: "Note: ", warning: "Warning: ", error: "Error: ", success: "Done: " };

function Alert({ block }: { block: AlertBlock }) {
  const { level = "default", text } = block;
  return (
    <div class={`kit-alert is-${level}`} role="note">
      <span class="kit-alert-sign" aria-hidden="true" />
      {level !== "default" && <span class="kit-unseen">{levels[level]}</span>}
      <Text text={text} />
    </div>
  );
}
