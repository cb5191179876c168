import type { ComponentChildren, JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ShownMessage } from "../../server/protocol.ts";
import type { Authors } from "../authors.ts";
import { authorOf } from "../authors.ts";
import { Icon } from "../frame/icon.tsx";
import { memo } from "../memo.tsx";
import { useStickToEnd } from "../stick-to-end.ts";
import { isBy } from "../unread.ts";
import type { LogRow } from "./log-rows.ts";
import { logRows } from "./log-rows.ts";
import { Message } from "./message.tsx";
import { dayInWords } from "./moments.ts";

export const Log = memo(DrawnLog);

/** What was said in a place, oldest first. */
function DrawnLog(props: {
  label: string;
  messages: readonly ShownMessage[];
  authors: Authors;
  me: string;
  /** The ts up to which it had been read when it was opened. */
  readTo: string;
  /** What stands before the first message. */
  beginning: ComponentChildren;
}): JSX.Element {
  const { messages, authors, me } = props;
  // What comes while one looks is not new but now.
  const [firstNew] = useState(
    () => messages.find((message) => message.ts > props.readTo && !isBy(message, me))?.key,
  );
  const { box, content, isAtEnd, toEnd } = useStickToEnd<HTMLDivElement>();
  const rows = useMemo(() => logRows(messages, firstNew), [messages, firstNew]);

  const seen = useRef(messages.at(-1)?.ts ?? "");
  const newest = messages.at(-1);
  if (isAtEnd && newest !== undefined) seen.current = newest.ts;
  const unseen = isAtEnd
    ? 0
    : messages.filter((message) => message.ts > seen.current && !isBy(message, me)).length;

  const own = newest !== undefined && isBy(newest, me) ? newest.key : undefined;
  useEffect(() => {
    if (own !== undefined) toEnd();
  }, [own, toEnd]);

  return (
    <div class="log">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by key. */}
      <div class="log-box" ref={box} role="log" aria-label={props.label} tabIndex={0}>
        <div class="log-content" ref={content}>
          {props.beginning}
          {rows.map((row) => drawRow(row, authors))}
        </div>
      </div>
      {unseen > 0 && (
        <button type="button" class="new-pill" onClick={toEnd}>
          <Icon name="down" /> {unseen === 1 ? "1 new message" : `${unseen} new messages`}
        </button>
      )}
    </div>
  );
}

function drawRow(row: LogRow, authors: Authors): JSX.Element {
  switch (row.kind) {
    case "day":
      return (
        <h3 class="day-line" key={row.key}>
          <span>{dayInWords(row.at)}</span>
        </h3>
      );
    case "new":
      return (
        <p class="new-line" key={row.key}>
          <span>New</span>
        </p>
      );
    case "message":
      return (
        <Message
          key={row.key}
          message={row.message}
          author={authorOf(authors, row.message)}
          isFollowUp={row.isFollowUp}
        />
      );
  }
}
