import type { JSX } from "preact";
import type { ShownExchange } from "../../server/protocol.ts";
import type { Authors } from "../authors.ts";
import { memo } from "../memo.tsx";
import { Segmented } from "../segmented.tsx";
import { useStickToEnd } from "../stick-to-end.ts";
import { ExchangeRow } from "./exchange-row.tsx";
import type { Filter } from "./filter.ts";
import { filters, passes } from "./filter.ts";
import { useKeptView } from "./use-kept-view.ts";

export const Inspector = memo(DrawnInspector);

/** All that this Slack and the app say to each other, the newest at the end. */
function DrawnInspector(props: { exchanges: readonly ShownExchange[]; authors: Authors }): JSX.Element {
  const { exchanges, authors } = props;
  const newest = exchanges.at(-1)?.id ?? 0;
  const { filter, setFilter, clearedTo, clear } = useKeptView(newest);
  const { box, content, isAtEnd, toEnd, stay } = useStickToEnd<HTMLElement>();
  const shown = exchanges.filter((exchange) => exchange.id > clearedTo && passes(exchange, filter));
  return (
    <>
      <div class="panel-tools">
        <Segmented label="Show" options={filters} value={filter} choose={setFilter} />
        <button type="button" class="quiet-button clear" disabled={newest === clearedTo} onClick={clear}>
          Clear
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by key. */}
      <section class="panel-box" ref={box} tabIndex={0} aria-label="Exchanges">
        <div ref={content}>
          {shown.length === 0 ? (
            <p class="nothing">{nothingInWords(filter)}</p>
          ) : (
            <ol class="exchanges">
              {shown.map((exchange) => (
                <ExchangeRow
                  key={exchange.id}
                  exchange={exchange}
                  unfolds={stay}
                  person={
                    exchange.person === undefined
                      ? undefined
                      : (authors.people.get(exchange.person)?.name ?? exchange.person)
                  }
                />
              ))}
            </ol>
          )}
        </div>
      </section>
      {!isAtEnd && (
        <button type="button" class="new-pill" onClick={toEnd}>
          To the newest
        </button>
      )}
    </>
  );
}

function nothingInWords(filter: Filter): string {
  switch (filter) {
    case "all":
      return "Nothing was said yet. Type a command or start a shortcut, and what it causes stands here.";
    case "to-app":
      return "Nothing went to the app yet.";
    case "from-app":
      return "Nothing came from the app yet.";
    case "complaints":
      return "No complaints: Slack would take all that the app sent.";
  }
}
