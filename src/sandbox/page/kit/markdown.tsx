import type { MarkdownBlock } from "@slack/types";
import { InlineText } from "./inline-text.tsx";
import type { MarkdownPart } from "./parse-markdown.ts";
import { parseMarkdown } from "./parse-markdown.ts";

/** What a language model wrote, in the notation it writes. */
export function Markdown({ block }: { block: MarkdownBlock }) {
  return <div class="kit-words kit-markdown">{parseMarkdown(block.text).map(drawPart)}</div>;
}

function drawPart(part: MarkdownPart) {
  switch (part.kind) {
    case "heading":
      return (
        <p class="kit-markdown-heading">
          <InlineText nodes={part.children} />
        </p>
      );
    case "paragraph":
      return (
        <p>
          <InlineText nodes={part.children} />
        </p>
      );
    case "quote":
      return (
        <blockquote class="kit-quote">
          <InlineText nodes={part.children} />
        </blockquote>
      );
    case "list": {
      const items = part.items.map((item) => (
        <li>
          <InlineText nodes={item} />
        </li>
      ));
      return part.isOrdered ? (
        <ol class="kit-list" start={part.start}>
          {items}
        </ol>
      ) : (
        <ul class="kit-list">{items}</ul>
      );
    }
    case "table":
      return (
        <div class="kit-table-frame">
          <table class="kit-table">
            {part.rows.map((cells, at) => (
              <tr>
                {cells.map((cell) => {
                  const words = <InlineText nodes={cell} />;
                  return at === 0 ? <th scope="col">{words}</th> : <td>{words}</td>;
                })}
              </tr>
            ))}
          </table>
        </div>
      );
    case "preformatted":
      return <pre class="kit-pre">{part.text}</pre>;
    case "rule":
      return <hr class="kit-divider" />;
    default:
      return part satisfies never;
  }
}
