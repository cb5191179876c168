import type { ListAsk } from "../../stores/profile-store.ts";

/** Ten profiles make 24 of a message's 50 blocks. */
const pageSize = 10;
/** What is searched for rides in ids of the list's controls, which Slack keeps to 255 characters; quotes come on top. */
const searched = { length: 120, words: 10 };

interface Token {
  readonly text: string;
  readonly quoted: boolean;
}

/**
 * Reads what stands after `list`: words to search for, then `active` or `paused`, and `page N`, in either order, at
 * the end. Quotes make plain words of these and keep blanks together.
 */
export function parseListAsk(text: string): ListAsk {
  const tokens = tokensOf(text);
  let state: ListAsk["state"] = "all";
  let page = 1;
  for (;;) {
    const [beforeLast, last] = [tokens.at(-2), tokens.at(-1)];
    const word = last?.quoted === false ? last.text.toLowerCase() : "";
    if (state === "all" && (word === "active" || word === "paused")) {
      state = word;
      tokens.length -= 1;
    } else if (page === 1 && /^\d{1,6}$/.test(word) && isWord(beforeLast, "page")) {
      page = Math.max(1, Number(word));
      tokens.length -= 2;
    } else break;
  }
  return { words: wordsOf(tokens), state, page, pageSize };
}

/** The command that asks this. `readListAsk` is its inverse. */
export function printListAsk({ words, state, page }: Omit<ListAsk, "pageSize">): string {
  return [
    "list",
    ...words.map((word) => `"${word}"`),
    ...(state === "all" ? [] : [state]),
    ...(page === 1 ? [] : [`page ${page}`]),
  ].join(" ");
}

export function readListAsk(command: string): ListAsk {
  return parseListAsk(command.replace(/^list ?/, ""));
}

/** The length counts letters and not what stands between words, so that the words as printed are the same words again. */
function wordsOf(tokens: readonly Token[]): string[] {
  const words: string[] = [];
  let room = searched.length;
  for (const { text } of tokens.slice(0, searched.words)) {
    const word = text.length <= room ? text : withoutHalf(text.slice(0, room)).trim();
    if (word !== "") words.push(word);
    if (word !== text) break;
    room -= word.length;
  }
  return words;
}

/** Without the first half of a character whose second half was cut off. */
function withoutHalf(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, "");
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.quoted === false && token.text.toLowerCase() === word;
}

/** A quote that is never closed is dropped, and so no word holds one. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [, quoted, bare] of text.toWellFormed().matchAll(/"([^"]*)"|([^\s"]+)/g)) {
    const word = (quoted ?? bare ?? "").trim();
    if (word !== "") tokens.push({ text: word, quoted: quoted !== undefined });
  }
  return tokens;
}
