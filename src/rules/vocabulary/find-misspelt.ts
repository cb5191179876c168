import uFuzzy from "@leeoniya/ufuzzy";
import type { Searchable } from "./searchable.ts";

const oneErrorAWord = new uFuzzy({ intraMode: 1, interLft: 2 });

/**
 * The entries in which every word of the folded `search` starts a word, in any order and with one letter wrong,
 * missing, added or swapped in each. Words are asked for one by one: uFuzzy's pattern for several of them
 * backtracks without bound ("a a a a a b").
 */
export function findMisspelt<Entry extends Searchable>(
  entries: readonly Entry[],
  search: string,
): readonly Entry[] {
  const words = search.match(/[a-z\d]+/g)?.sort((a, b) => b.length - a.length) ?? [];
  const longest = words[0]?.length ?? 0;
  if (longest < shortestMisspelt || longest > longestMisspelt || beyondAscii.test(search)) return [];
  const texts = entries.map(({ text }) => text);
  let found: number[] | undefined;
  for (const word of words) found = oneErrorAWord.filter(texts, word, found) ?? [];
  return found?.flatMap((index) => entries[index] ?? []) ?? [];
}

// uFuzzy forgives nothing in words of one or two letters, and knows no letters but ASCII's. The pattern grows
// with the square of the word.
const shortestMisspelt = 3;
const longestMisspelt = 30;
const beyondAscii = /[^ -~]/;
