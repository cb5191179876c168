import type { ListAsk } from "../../stores/profile-store.ts";

/** Ten profiles make 24 of a message's 50 blocks. */
const pageSize = 10;
/** What is searched for rides in ids and values of the list's controls, which Slack keeps to 255 characters. */
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
  return { words: tokens.slice(0, searched.words).map((token) => token.text), state, page, pageSize };
}

/** The command that asks this. `parseListAsk` is its inverse. */
export function printListAsk({ words, state, page }: Omit<ListAsk, "pageSize">): string {
  return [
    "list",
    ...words.map((word) => `"${word}"`),
    ...(state === "all" ? [] : [state]),
    ...(page === 1 ? [] : [`page ${page}`]),
  ].join(" ");
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.quoted === false && token.text.toLowerCase() === word;
}

/** A quote that is never closed is dropped, and so no word holds one. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [, quoted, bare] of text
    .slice(0, searched.length)
    .toWellFormed()
    .matchAll(/"([^"]*)"|([^\s"]+)/g)) {
    const word = (quoted ?? bare ?? "").trim();
    if (word !== "") tokens.push({ text: word, quoted: quoted !== undefined });
  }
  return tokens;
}
