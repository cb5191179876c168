import type { RichTextBlock, RichTextElement, RichTextList, RichTextSection } from "@slack/types";
import type { JSX } from "preact";
import { emojiOf } from "./emoji.ts";
import type { Inline } from "./inline.ts";
import { InlineText } from "./inline-text.tsx";
import { wordsOf } from "./rich-words.ts";

/** Structured text: nothing in it is parsed. */
export function RichText({ block }: { block: RichTextBlock }) {
  return (
    <div class="kit-words">
      {block.elements.map((element, at) => {
        switch (element.type) {
          case "rich_text_section":
            return <Section section={element} />;
          case "rich_text_list":
            return <List list={element} start={startOf(block, at)} />;
          case "rich_text_quote":
            return (
              <blockquote class="kit-quote">
                <InlineText nodes={element.elements.flatMap(toInline)} />
              </blockquote>
            );
          case "rich_text_preformatted":
            return (
              <pre class="kit-pre">
                <InlineText nodes={element.elements.flatMap(toInline)} />
              </pre>
            );
          default:
            return <p>{wordsOf(element satisfies never)}</p>;
        }
      })}
    </div>
  );
}

function Section({ section }: { section: RichTextSection }) {
  return (
    <div>
      <InlineText nodes={section.elements.flatMap(toInline)} />
    </div>
  );
}

function List({ list, start }: { list: RichTextList; start: number }): JSX.Element {
  const items = list.elements.map((section) => (
    <li>
      <Section section={section} />
    </li>
  ));
  const depth = `kit-list is-deep-${Math.min(list.indent ?? 0, 8)}${list.border === 1 ? " is-bordered" : ""}`;
  return list.style === "ordered" ? (
    <ol class={depth} start={start}>
      {items}
    </ol>
  ) : (
    <ul class={depth}>{items}</ul>
  );
}

/** A numbered list that is broken by a deeper one counts on where it stopped, if it says so. */
function startOf(block: RichTextBlock, at: number): number {
  const { offset } = block.elements[at] as { offset?: number };
  return (offset ?? 0) + 1;
}

function toInline(element: RichTextElement): Inline[] {
  const style = (element.style ?? {}) as Record<string, boolean | undefined>;
  const plain = unstyled(element);
  if (style.code === true && plain.kind === "text") return [{ ...plain, kind: "code" }];
  return (["bold", "italic", "strike", "underline"] as const).reduce<Inline[]>(
    (inner, kind) => (style[kind] === true ? [{ kind, children: inner }] : inner),
    [plain],
  );
}

function unstyled(element: RichTextElement): Inline {
  switch (element.type) {
    case "text":
      return { kind: "text", text: element.text };
    case "link":
      return { kind: "link", url: element.url, text: element.text ?? element.url };
    case "user":
      return { kind: "user", id: element.user_id, label: "" };
    case "channel":
      return { kind: "channel", id: element.channel_id, label: "" };
    case "usergroup":
      return { kind: "usergroup", id: element.usergroup_id, label: "" };
    case "broadcast":
      return { kind: "broadcast", range: element.range };
    case "date": {
      const { timestamp, format, url = "", fallback = format } = element;
      return { kind: "date", timestamp, format, url, fallback };
    }
    case "emoji":
      return emojiOf(element.name) === undefined && element.unicode !== undefined
        ? { kind: "text", text: fromUnicode(element.unicode) }
        : { kind: "emoji", name: element.name };
    case "team":
      return { kind: "text", text: element.team_id };
    case "color":
      return { kind: "code", text: element.value };
    default:
      return element satisfies never;
  }
}

/** `1f44d-1f3fb`: code points in hex. */
function fromUnicode(unicode: string): string {
  const points = unicode.split("-").map((point) => Number.parseInt(point, 16));
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : unicode;
}
