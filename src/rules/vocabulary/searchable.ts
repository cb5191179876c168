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
  const search = foldSearch(text);
  const folded = aliases.map(foldSearch);
  return { key: foldKey(text), search, aliases: folded, text: [search, ...folded].join("\n") };
}
