import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ExchangeDetail, ShownExchange } from "../../server/protocol.ts";
import { Icon } from "../frame/icon.tsx";
import { nearestPointer } from "./json-rows.ts";
import type { Spot } from "./json-tree.tsx";
import { JsonTree } from "./json-tree.tsx";
import { useExchange } from "./load-exchange.ts";
import { verdictOn } from "./verdict.ts";

/** What was sent, what was answered, and what Slack would say to it. */
export function Detail({ exchange }: { exchange: ShownExchange }): JSX.Element {
  const loaded = useExchange(exchange);
  switch (loaded.kind) {
    case "loading":
      return <p class="detail-note">Loading…</p>;
    case "failed":
      return <p class="detail-note">{loaded.words}</p>;
    case "loaded":
      return <LoadedDetail detail={loaded.detail} />;
  }
}

function LoadedDetail({ detail }: { detail: ExchangeDetail }): JSX.Element {
  const [spot, setSpot] = useState<Spot>();
  const box = useRef<HTMLDivElement>(null);
  // Down to its end, or where it is long to its beginning.
  useEffect(() => box.current?.closest("li")?.scrollIntoView({ block: "nearest" }), []);
  const payload = useMemo(() => readJson(detail.payload), [detail]);
  const response = useMemo(() => readJson(detail.response), [detail]);
  // What the app wrote is what is judged: its calls, and its answers to what it was sent.
  const [isPayloadJudged, judged] = detail.direction === "from-app" ? [true, payload] : [false, response];
  const verdict = verdictOn(detail);
  return (
    <div class="detail" ref={box}>
      {verdict !== undefined && (
        <div class="verdict">
          <p>
            <Icon name="alert" /> {verdict}
          </p>
          {detail.found.length > 0 && (
            <ul>
              {detail.found.map(({ pointer, message }) => (
                <li key={`${pointer} ${message}`}>
                  <button
                    type="button"
                    class="pointer"
                    onClick={() => setSpot({ pointer: nearestPointer(judged, pointer) ?? "" })}
                  >
                    {pointer === "" ? "the whole" : pointer}
                  </button>{" "}
                  {message}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <JsonTree label="Payload" json={payload} spot={isPayloadJudged ? spot : undefined} />
      {detail.isPending ? (
        <p class="detail-note">No answer yet.</p>
      ) : (
        <JsonTree label="Response" json={response} spot={isPayloadJudged ? undefined : spot} />
      )}
    </div>
  );
}

/** An ack's body is kept as it came, as text. */
function readJson(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
