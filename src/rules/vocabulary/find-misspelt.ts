import type { Searchable } from "./searchable.ts";
import { startsWordAt } from "./searchable.ts";

/**
 * The entries in which every word of the folded `search` starts a word, in any order and with one letter wrong,
 * missing, added or swapped in each, but for its first.
 */
export function findMisspelt<Entry extends Searchable>(
  entries: readonly Entry[],
  search: string,
): readonly Entry[] {
  const words = search.match(word)?.sort((a, b) => b.length - a.length) ?? [];
  if ((words[0]?.length ?? 0) < forgiven.swapped) return [];
  return words.reduce((left, word) => left.filter(({ text }) => hasWordLike(text, word)), entries);
}

const word = /[\p{L}\p{M}\p{N}]+/gu;
const digit = /\p{N}/u;

/** How long a word must be for an error in it; shorter ones are too many words' neighbors. */
const forgiven = { swapped: 3, missing: 4, other: 5 } as const;

function hasWordLike(text: string, word: string): boolean {
  const first = word.charAt(0);
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    if (startsWordAt(text, at) && startsLike(text, { at, word })) return true;
  }
  return false;
}

/** Where one error is allowed, it is at the first letter that differs, and the rest is as typed. */
function startsLike(text: string, { at, word }: { at: number; word: string }): boolean {
  let same = 1;
  while (same < word.length && word[same] === text[at + same]) same += 1;
  const rest = word.slice(same);
  const there = at + same;
  if (rest === "") return true;
  if (word.length < forgiven.swapped || digit.test(word)) return false;
  const [one, other] = rest;
  const isSwapped = one === text[there + 1] && other === text[there];
  if (isSwapped && text.startsWith(rest.slice(2), there + 2)) return true;
  if (word.length >= forgiven.missing && text.startsWith(rest, there + 1)) return true;
  if (word.length < forgiven.other) return false;
  return text.startsWith(rest.slice(1), there + 1) || text.startsWith(rest.slice(1), there);
}
