import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Choice, ChoiceGroup } from "./choices.ts";
import { withEmoji } from "./emoji.ts";
import { usePopup } from "./popup.ts";
import type { Offer } from "./type-ahead.ts";

interface MenuListProps {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  label: string;
  isMulti: boolean;
  offer: Offer;
  query: string;
  chosen: readonly Choice[];
  activeAt: number;
  /** How many may be chosen, once so many are. */
  most: number | undefined;
  choose(choice: Choice): void;
}

/** What a menu offers, under its field. The focus stays in the field. */
export function MenuList(props: MenuListProps) {
  const { id, anchor, label, isMulti, offer, query, activeAt, most } = props;
  const popup = useRef<HTMLDivElement>(null);
  usePopup({ isOpen: true, anchor, popup, isWide: true, content: offer });
  useEffect(() => {
    popup.current?.querySelector(".is-active")?.scrollIntoView({ block: "nearest" });
  }, [activeAt]);
  const words = remark(offer, query);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus where it is.
    <div ref={popup} class="kit-popup" popover="manual" onMouseDown={(event) => event.preventDefault()}>
      {most !== undefined && <p class="kit-menu-remark">No more than {most} can be chosen.</p>}
      <p class="kit-menu-remark" role="status" hidden={words === undefined}>
        {words}
      </p>
      <div id={id} role="listbox" aria-label={label} aria-multiselectable={isMulti || undefined}>
        {offer.kind === "offers" && drawGroups(offer.groups, props)}
      </div>
    </div>
  );
}

function drawGroups(groups: readonly ChoiceGroup[], props: MenuListProps) {
  let at = 0;
  return groups.map((group, index) => {
    const from = at;
    at += group.choices.length;
    const options = group.choices.map((choice, offset) => drawOption(choice, from + offset, props));
    if (group.label === undefined) return options;
    const labelId = `${props.id}-group-${index}`;
    return (
      // biome-ignore lint/a11y/useSemanticElements: no fieldset may stand in a listbox.
      <div role="group" aria-labelledby={labelId}>
        <div id={labelId} class="kit-group-label" role="presentation">
          {group.label}
        </div>
        {options}
      </div>
    );
  });
}

function drawOption(choice: Choice, at: number, { id, chosen, activeAt, most, choose }: MenuListProps) {
  const isChosen = chosen.some(({ key }) => key === choice.key);
  const isOut = !isChosen && most !== undefined;
  return (
    <div
      key={choice.key}
      id={`${id}-${at}`}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-disabled={isOut || undefined}
      class={`kit-option${at === activeAt ? " is-active" : ""}`}
      onClick={() => choose(choice)}
      onKeyDown={undefined}
    >
      <span>{choice.isLiteral ? choice.text : withEmoji(choice.text)}</span>
      {choice.about !== undefined && <span class="kit-about">{choice.about}</span>}
    </div>
  );
}

function remark(offer: Offer, query: string): string | undefined {
  switch (offer.kind) {
    case "waits":
      return `Type at least ${offer.least} ${offer.least === 1 ? "character" : "characters"}.`;
    case "loads":
      return "Loading…";
    case "fails":
      return "The options could not be loaded.";
    case "offers":
      if (offer.groups.some(({ choices }) => choices.length > 0)) return undefined;
      return query === "" ? "Nothing to choose." : `No match for “${query}”.`;
    default:
      return offer satisfies never;
  }
}
