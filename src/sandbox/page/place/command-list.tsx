import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { listId, optionId } from "../frame/combobox.ts";
import type { Command } from "./completion.ts";

/** The commands on offer, above the composer, which keeps the focus. */
export function CommandList(props: {
  id: string;
  appName: string;
  offers: readonly Command[];
  at: number;
  point(index: number): void;
  choose(index: number): void;
}): JSX.Element {
  const { id, offers, at } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.children[at]?.scrollIntoView({ block: "nearest" }), [at]);
  return (
    <div class="command-list" id={listId(id)} role="listbox" aria-label="Commands" ref={list}>
      {offers.map(({ command, description, usageHint }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the composer has the keys.
        <div
          key={command}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          class="command-option"
          onPointerMove={() => props.point(index)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => props.choose(index)}
        >
          <span class="command-line">
            <strong>{command}</strong> <span class="command-usage">{usageHint}</span>
          </span>
          <span class="command-description">{description}</span>
          <span class="command-app">{props.appName}</span>
        </div>
      ))}
    </div>
  );
}
