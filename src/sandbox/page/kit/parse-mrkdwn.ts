import { emojiOf } from "./emoji.ts";
import type { Inline, Passage } from "./inline.ts";
import { isSafeUrl } from "./inline.ts";

export interface Reading {
  /** Bare addresses, `#channel` and `@here` stay words. */
  verbatim: boolean;
}

/** Reads mrkdwn as Slack does. Whatever is no markup stays as it was written. */
export function parseMrkdwn(text: string, reading: Reading = { verbatim: false }): Passage[] {
  const passages: Passage[] = [];
  let from = 0;
  for (const fence of text.matchAll(/```(?:\n)?([\s\S]+?)(?:\n)?```(?:\n)?/g)) {
    const before = text.slice(from, fence.index);
    passages.push(...parseLines(before.replace(/\n$/, ""), reading));
    passages.push({ kind: "preformatted", text: plainOf(fence[1] ?? "") });
    from = fence.index + fence[0].length;
  }
  return [...passages, ...parseLines(text.slice(from), reading)];
}

/** Without passages: for a line of its own, such as an option. */
export function parseInline(text: string, reading: Reading): Inline[] {
  return merged(parseTokens(text, reading));
}

function parseLines(text: string, reading: Reading): Passage[] {
  if (text === "") return [];
  const runs: { isQuote: boolean; lines: string[] }[] = [];
  let isAllQuoted = false;
  for (const line of text.split("\n")) {
    const everything = /^(?:>|&gt;){3}/.exec(line);
    const quoted = everything ?? /^(?:>|&gt;) ?/.exec(line);
    const isQuote = isAllQuoted || quoted !== null;
    const words = isAllQuoted || quoted === null ? line : line.slice(quoted[0].length);
    isAllQuoted ||= everything !== null;
    const last = runs.at(-1);
    if (last?.isQuote === isQuote) last.lines.push(words);
    else runs.push({ isQuote, lines: [words] });
  }
  return runs.map(({ isQuote, lines }) => ({
    kind: isQuote ? "quote" : "lines",
    children: parseInline(lines.join("\n"), reading),
  }));
}

const styles = { "*": "bold", _: "italic", "~": "strike" } as const;
type Mark = keyof typeof styles;

/** From left to right, each step taking the longest thing that begins here. */
function parseTokens(text: string, reading: Reading): Inline[] {
  const found: Inline[] = [];
  const place: Place = { reading, unclosed: new Map() };
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at, place);
    found.push(token?.inline ?? { kind: "text", text: text.charAt(at) });
    at += token?.length ?? 1;
  }
  return found;
}

interface Place {
  reading: Reading;
  /** Up to where a mark is known to have no end, so that nobody looks for it again. */
  unclosed: Map<Mark, number>;
}

interface Token {
  inline: Inline;
  length: number;
}

function tokenAt(text: string, at: number, place: Place): Token | undefined {
  switch (text[at]) {
    case "<":
      return bracketAt(text, at);
    case "&":
      return entityAt(text, at);
    case "`":
      return codeAt(text, at);
    case ":":
      return emojiAt(text, at);
    case "*":
    case "_":
    case "~":
      return styledAt(text, at, place);
    default:
      return place.reading.verbatim ? undefined : bareAt(text, at);
  }
}

/** `*bold*`: it hugs its words and stands free of others, all on one line. */
function styledAt(text: string, at: number, { reading, unclosed }: Place): Token | undefined {
  const mark = text[at] as Mark;
  if (isWord(text[at - 1]) || isSpace(text[at + 1]) || text[at + 1] === mark) return undefined;
  if (at < (unclosed.get(mark) ?? 0)) return undefined;
  const newline = text.indexOf("\n", at);
  const lineEnd = newline === -1 ? text.length : newline;
  for (let end = text.indexOf(mark, at + 1); end !== -1 && end < lineEnd; end = text.indexOf(mark, end + 1)) {
    if (isSpace(text[end - 1]) || isWord(text[end + 1])) continue;
    const words = text.slice(at + 1, end);
    if (isInside(words)) continue;
    return {
      inline: { kind: styles[mark], children: parseInline(words, reading) },
      length: end + 1 - at,
    };
  }
  unclosed.set(mark, lineEnd);
  return undefined;
}

/** Whether a `<…>` or a code span is still open at the end. */
function isInside(words: string): boolean {
  return words.lastIndexOf("<") > words.lastIndexOf(">") || words.split("`").length % 2 === 0;
}

function codeAt(text: string, at: number): Token | undefined {
  const code = /^`([^`\n]+)`/.exec(text.slice(at));
  if (code === null) return undefined;
  return { inline: { kind: "code", text: plainOf(code[1] ?? "") }, length: code[0].length };
}

function emojiAt(text: string, at: number): Token | undefined {
  const code = /^:([a-z0-9_+-]+):/.exec(text.slice(at, at + 64));
  const name = code?.[1] ?? "";
  if (code === null || emojiOf(name) === undefined) return undefined;
  return { inline: { kind: "emoji", name }, length: code[0].length };
}

const entities = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
]);

function entityAt(text: string, at: number): Token | undefined {
  const entity = /^&(?:amp|lt|gt);/.exec(text.slice(at, at + 5))?.[0] ?? "";
  const sign = entities.get(entity);
  return sign === undefined ? undefined : { inline: { kind: "text", text: sign }, length: entity.length };
}

function bracketAt(text: string, at: number): Token | undefined {
  const bracket = /^<([^<>\n]+)>/.exec(text.slice(at));
  const inline = bracket === null ? undefined : readBracket(bracket[1] ?? "");
  return bracket === null || inline === undefined ? undefined : { inline, length: bracket[0].length };
}

/** What stands between `<` and `>`. */
function readBracket(inside: string): Inline | undefined {
  const [target = "", ...rest] = inside.split("|");
  const label = plainOf(rest.join("|"));
  const mention = /^([@#]|!subteam\^)([A-Z0-9]+)$/.exec(target);
  if (mention !== null) {
    const kind = mention[1] === "@" ? "user" : mention[1] === "#" ? "channel" : "usergroup";
    return { kind, id: mention[2] ?? "", label };
  }
  const broadcast = /^!(here|channel|everyone)$/.exec(target)?.[1];
  if (broadcast !== undefined) return { kind: "broadcast", range: broadcast };
  const date = /^!date\^(\d+)\^([^^]+)(?:\^(.+))?$/.exec(target);
  if (date !== null) {
    const [, timestamp, format = "", url = ""] = date;
    return {
      kind: "date",
      timestamp: Number(timestamp),
      format: plainOf(format),
      url: plainOf(url),
      fallback: label,
    };
  }
  const url = plainOf(target);
  return isSafeUrl(url) ? { kind: "link", url, text: label || url.replace(/^mailto:/i, "") } : undefined;
}

/** What Slack links of its own accord. */
function bareAt(text: string, at: number): Token | undefined {
  if (isWord(text[at - 1])) return undefined;
  const rest = text.slice(at);
  const address = /^https?:\/\/[^\s<>|]*[^\s<>|.,;:!?'")\]}*_~`]/i.exec(rest)?.[0];
  if (address !== undefined) {
    const url = plainOf(address);
    return { inline: { kind: "link", url, text: url }, length: address.length };
  }
  const broadcast = /^@(here|channel|everyone)\b/.exec(rest);
  if (broadcast !== null) {
    return { inline: { kind: "broadcast", range: broadcast[1] ?? "" }, length: broadcast[0].length };
  }
  const channel = /^#([a-z0-9][a-z0-9_-]*)/.exec(rest);
  if (channel === null) return undefined;
  return { inline: { kind: "channel-name", name: channel[1] ?? "" }, length: channel[0].length };
}

function plainOf(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt);/g, (entity) => entities.get(entity) ?? entity);
}

function merged(tokens: readonly Inline[]): Inline[] {
  const all: Inline[] = [];
  for (const token of tokens) {
    const last = all.at(-1);
    if (token.kind === "text" && last?.kind === "text")
      all[all.length - 1] = { kind: "text", text: last.text + token.text };
    else all.push(token);
  }
  return all;
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}

function isSpace(sign: string | undefined): boolean {
  return sign === undefined || /\s/.test(sign);
}
