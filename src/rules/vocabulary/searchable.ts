import { foldKey, foldSearch } from "../text.ts";

/** What can be found by what somebody types, folded once for every question that follows. */
export interface Searchable {
  readonly key: string;
  readonly search: string;
  /** Other names, folded as `search` is. */
  readonly aliases: readonly string[];
  /** `search` and `aliases` on a line each. */
  readonly text: string;
}

export function toSearchable(text: string, aliases: readonly string[] = []): Searchable {
  const key = foldKey(text);
  const search = foldSearch(key);
  if (aliases.length === 0) return { key, search, aliases, text: search };
  const folded = aliases.map(foldSearch);
  return { key, search, aliases: folded, text: [search, ...folded].join("\n") };
}

const partOfWord = /[\p{L}\p{N}]/u;

export function startsWordAt(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return before === " " || !partOfWord.test(before);
}
