import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ShownExchange } from "../../server/protocol.ts";
import { Icon } from "../frame/icon.tsx";
import { memo } from "../memo.tsx";
import { exactTimeOf } from "../place/moments.ts";
import { Detail } from "./detail.tsx";
import { fareOf, paceOf } from "./fares.ts";

export const ExchangeRow = memo(DrawnExchangeRow);

function DrawnExchangeRow(props: {
  exchange: ShownExchange;
  person: string | undefined;
  unfolds(): void;
}): JSX.Element {
  const { exchange, person } = props;
  const [isOpen, setIsOpen] = useState(false);
  const fare = fareOf(exchange);
  const pace = paceOf(exchange);
  const toggle = () => {
    props.unfolds();
    setIsOpen(!isOpen);
  };
  const isToApp = exchange.direction === "to-app";
  return (
    <li class={`exchange ${isOpen ? "is-open" : ""}`}>
      <button type="button" class="exchange-head" aria-expanded={isOpen} onClick={toggle}>
        <span class={`direction ${exchange.direction}`} title={isToApp ? "To the app" : "From the app"}>
          <Icon name={isToApp ? "out" : "in"} />
          <span class="unseen">{isToApp ? "To the app: " : "From the app: "}</span>
        </span>
        <span class="exchange-what">
          <span class="exchange-kind">{exchange.kind}</span>{" "}
          <span class="exchange-about">{exchange.about}</span>
        </span>
        <span class={`fare fare-${fare.kind}`}>
          {fare.kind === "pending" && <span class="spinner" />}
          {fare.words}
        </span>
        <span class="exchange-facts">
          <time title={exactTimeOf(exchange.at)}>{clock.format(exchange.at)}</time>
          {person !== undefined && <span>{person}</span>}
          {pace.words !== "" && <span class={pace.isSlow ? "is-slow" : ""}>{pace.words}</span>}
          {exchange.complaints > 0 && (
            <span class="is-bad">
              {exchange.complaints === 1 ? "1 complaint" : `${exchange.complaints} complaints`}
            </span>
          )}
        </span>
      </button>
      {isOpen && <Detail exchange={exchange} />}
    </li>
  );
}

const clock = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hour12: false,
});
