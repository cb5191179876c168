import { distance } from "fastest-levenshtein";
import type { Profile } from "./profile.ts";
import { foldKey, foldSearch } from "./text.ts";
import { findMatches } from "./vocabulary/find-matches.ts";
import type { Searchable } from "./vocabulary/searchable.ts";
import { toSearchable } from "./vocabulary/searchable.ts";

/** As much of a profile as it takes to find it by its name. */
export type NamedProfile = Pick<Profile, "id" | "name" | "isActive" | "createdAt">;

export type FoundByName =
  | { readonly kind: "one"; readonly profile: NamedProfile }
  /** The closest first. */
  | { readonly kind: "several"; readonly profiles: readonly NamedProfile[] }
  /** The three names that are most like what was typed, or fewer where there are fewer. */
  | { readonly kind: "none"; readonly nearest: readonly NamedProfile[] };

/**
 * The profile that a typed name means: the one of that name, else the only one that matches. `names` must not change
 * afterwards: what is made of it is kept for the next question.
 */
export function findByName(names: readonly NamedProfile[], typed: string, limit: number): FoundByName {
  const found = findMatches(searchable(names), typed, limit);
  const [first, ...others] = found;
  if (first === undefined) return { kind: "none", nearest: nearestNames(names, typed) };
  if (others.length === 0 || first.key === foldKey(typed)) return { kind: "one", profile: first.profile };
  return { kind: "several", profiles: found.map(({ profile }) => profile) };
}

/** What a type-ahead over all names offers: the newest before a letter is typed, then what matches. */
export function suggestNames(
  names: readonly NamedProfile[],
  typed: string,
  limit: number,
): readonly NamedProfile[] {
  if (foldSearch(typed) === "") return names.slice(0, limit);
  return findMatches(searchable(names), typed, limit).map(({ profile }) => profile);
}

/** By the fewest letters to change, in the whole name or in one of its words. */
export function nearestNames(names: readonly NamedProfile[], typed: string): readonly NamedProfile[] {
  const search = foldSearch(typed);
  return searchable(names)
    .map((named) => ({ named, edits: editsTo(named, search) }))
    .sort((one, other) => one.edits - other.edits)
    .slice(0, 3)
    .map(({ named }) => named.profile);
}

type Named = Searchable & { readonly profile: NamedProfile };

const folded = new WeakMap<readonly NamedProfile[], readonly Named[]>();

function searchable(names: readonly NamedProfile[]): readonly Named[] {
  const known = folded.get(names) ?? names.map((profile) => ({ profile, ...toSearchable(profile.name) }));
  folded.set(names, known);
  return known;
}

function editsTo({ search }: Named, typed: string): number {
  return Math.min(...[search, ...search.split(" ")].map((part) => distance(part, typed)));
}
