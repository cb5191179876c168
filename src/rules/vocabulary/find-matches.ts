import { foldKey, foldSearch } from "../text.ts";
import { findMisspelt } from "./find-misspelt.ts";
import type { Searchable } from "./searchable.ts";
import { startsWordAt } from "./searchable.ts";

/**
 * The entries that a text may mean, at most `limit`: the closest first, equally close ones in their own order. Where
 * one is just what was typed, nobody erred.
 */
export function findMatches<Entry extends Searchable>(
  entries: readonly Entry[],
  typed: string,
  limit: number,
): readonly Entry[] {
  const close = findClose(entries, typed);
  const search = foldSearch(typed);
  const [first] = close;
  const isMet = first !== undefined && (first.search === search || first.aliases.includes(search));
  if (isMet || close.length >= limit) return close.slice(0, limit);
  const met = new Set(close);
  const others = entries.filter((entry) => !met.has(entry));
  return [...close, ...findMisspelt(others, search)].slice(0, limit);
}

/** The entries in which a text stands as it is typed: the closest first, equally close ones in their own order. */
export function findClose<Entry extends Searchable>(
  entries: readonly Entry[],
  typed: string,
): readonly Entry[] {
  const key = foldKey(typed);
  const search = foldSearch(typed);
  if (search === "") return [];
  // From the closest to the least close.
  const found: Record<Closeness, Entry[]> = {
    same: [],
    equal: [],
    start: [],
    word: [],
    alias: [],
    inside: [],
  };
  for (const entry of entries) {
    const closeness = closenessOf(entry, { key, search });
    if (closeness !== undefined) found[closeness].push(entry);
  }
  return Object.values(found).flat();
}

type Closeness = "same" | "equal" | "start" | "word" | "alias" | "inside";

function closenessOf(
  entry: Searchable,
  { key, search }: { key: string; search: string },
): Closeness | undefined {
  // Most entries end here, and there may be tens of thousands of them.
  if (!entry.text.includes(search)) return undefined;
  if (entry.key === key) return "same";
  if (entry.search === search || entry.aliases.includes(search)) return "equal";
  const inside = entry.search.includes(search);
  if (inside && entry.search.startsWith(search)) return "start";
  if (inside && startsWord(entry.search, search)) return "word";
  if (entry.aliases.some((alias) => startsWord(alias, search))) return "alias";
  return inside ? "inside" : undefined;
}

function startsWord(text: string, search: string): boolean {
  for (let at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + 1)) {
    if (startsWordAt(text, at)) return true;
  }
  return false;
}
