import { emojiOf } from "./emoji.ts";
import type { Inline } from "./inline.ts";
import { isSafeUrl } from "./inline.ts";

/** A paragraph, a heading and so on of a markdown block. */
export type MarkdownPart =
  | { kind: "paragraph" | "quote"; children: Inline[] }
  | { kind: "heading"; children: Inline[] }
  | { kind: "list"; isOrdered: boolean; start: number; items: Inline[][] }
  | { kind: "table"; rows: Inline[][][] }
  | { kind: "preformatted"; text: string }
  | { kind: "rule" };

const fence = /^```[\w+-]*\s*$/;
const rule = /^ {0,3}([-*_])( *\1){2,} *$/;
const heading = /^ {0,3}#{1,6} +/;
const item = /^ *(?:[-*+]|(\d+)[.)]) +/;
const quote = /^ {0,3}> ?/;
const row = /^ *\|.*\| *$/;
const ruled = /^ *\|[ :|-]*-[ :|-]*\| *$/;

/** Reads the everyday part of Markdown: what a language model writes. */
export function parseMarkdown(text: string): MarkdownPart[] {
  const lines = text.split("\n");
  const parts: MarkdownPart[] = [];
  while (lines.length > 0) {
    const line = lines[0] ?? "";
    if (fence.test(line)) parts.push(takeFence(lines));
    else if (line.trim() === "") lines.shift();
    else if (rule.test(line)) {
      lines.shift();
      parts.push({ kind: "rule" });
    } else if (heading.test(line)) {
      lines.shift();
      parts.push({ kind: "heading", children: parseMarkdownInline(line.replace(heading, "")) });
    } else if (item.test(line)) parts.push(takeList(lines));
    else if (row.test(line)) parts.push(takeTable(lines));
    else if (quote.test(line)) {
      const quoted = takeWhile(lines, (one) => quote.test(one)).map((one) => one.replace(quote, ""));
      parts.push({ kind: "quote", children: parseMarkdownInline(quoted.join("\n")) });
    } else
      parts.push({ kind: "paragraph", children: parseMarkdownInline(takeWhile(lines, isPlain).join("\n")) });
  }
  return parts;
}

/** Emphasis, code and links, each tried where it may begin. */
export function parseMarkdownInline(text: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(inline)) {
    const read = readInline(match.groups ?? {});
    if (read === undefined) continue;
    if (match.index > from) found.push({ kind: "text", text: text.slice(from, match.index) });
    found.push(read);
    from = match.index + match[0].length;
  }
  return from < text.length ? [...found, { kind: "text", text: text.slice(from) }] : found;
}

const inline = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "\\*\\*(?<bold>\\S(?:[^\\n]*?\\S)?)\\*\\*",
    "~~(?<strike>\\S(?:[^\\n]*?\\S)?)~~",
    "(?<![\\w*])\\*(?<star>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*",
    "(?<!\\w)_(?<under>[^\\s_](?:[^_\\n]*[^\\s_])?)_(?!\\w)",
    "!?\\[(?<label>[^\\]\\n]+)\\]\\((?<url>[^)\\s]+)\\)",
    "<?(?<bare>https?:\\/\\/[^\\s<>]*[^\\s<>.,;:!?)])>?",
    ":(?<emoji>[a-z0-9_+-]+):",
  ].join("|"),
  "g",
);

function readInline(group: Record<string, string | undefined>): Inline | undefined {
  const { code, bold, strike, label, url = "", bare, emoji } = group;
  const italic = group.star ?? group.under;
  if (code !== undefined) return { kind: "code", text: code };
  if (bold !== undefined) return { kind: "bold", children: parseMarkdownInline(bold) };
  if (strike !== undefined) return { kind: "strike", children: parseMarkdownInline(strike) };
  if (italic !== undefined) return { kind: "italic", children: parseMarkdownInline(italic) };
  if (label !== undefined) return isSafeUrl(url) ? { kind: "link", url, text: label } : undefined;
  if (bare !== undefined) return { kind: "link", url: bare, text: bare };
  return emoji !== undefined && emojiOf(emoji) !== undefined ? { kind: "emoji", name: emoji } : undefined;
}

function takeFence(lines: string[]): MarkdownPart {
  lines.shift();
  const text = takeWhile(lines, (line) => !/^```\s*$/.test(line)).join("\n");
  lines.shift();
  return { kind: "preformatted", text };
}

function takeList(lines: string[]): MarkdownPart {
  const start = item.exec(lines[0] ?? "")?.[1];
  const items = takeWhile(
    lines,
    (line) => item.test(line) && (item.exec(line)?.[1] === undefined) === (start === undefined),
  );
  return {
    kind: "list",
    isOrdered: start !== undefined,
    start: Number(start ?? 1),
    items: items.map((line) => parseMarkdownInline(line.replace(item, ""))),
  };
}

function takeTable(lines: string[]): MarkdownPart {
  const rows = takeWhile(lines, (line) => row.test(line)).filter((line) => !ruled.test(line));
  return {
    kind: "table",
    rows: rows.map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split("|")
        .map((cell) => parseMarkdownInline(cell.trim())),
    ),
  };
}

function takeWhile(lines: string[], belongs: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => !belongs(line));
  return lines.splice(0, end === -1 ? lines.length : end);
}

function isPlain(line: string): boolean {
  return line.trim() !== "" && ![rule, heading, item, row, quote, fence].some((other) => other.test(line));
}
