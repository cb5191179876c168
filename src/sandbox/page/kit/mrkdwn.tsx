import { InlineText } from "./inline-text.tsx";
import { parseInline, parseMrkdwn } from "./parse-mrkdwn.ts";

export interface MrkdwnProps {
  text: string;
  verbatim?: boolean;
}

/** Text in Slack's notation. */
export function Mrkdwn({ text, verbatim = false }: MrkdwnProps) {
  return (
    <div class="kit-words">
      {parseMrkdwn(text, { verbatim }).map((passage) => {
        switch (passage.kind) {
          case "preformatted":
            return <pre class="kit-pre">{passage.text}</pre>;
          case "quote":
            return (
              <blockquote class="kit-quote">
                <InlineText nodes={passage.children} />
              </blockquote>
            );
          case "lines":
            return (
              <div>
                <InlineText nodes={passage.children} />
              </div>
            );
          default:
            return passage satisfies never;
        }
      })}
    </div>
  );
}

/** The same within a line of something else. */
export function MrkdwnLine({ text, verbatim = false }: MrkdwnProps) {
  return <InlineText nodes={parseInline(text, { verbatim })} />;
}
