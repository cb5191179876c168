import type { Profile } from "./profile.ts";
import { foldKey, foldSearch } from "./text.ts";
import { findClose, findMatches } from "./vocabulary/find-matches.ts";
import { findMisspelt } from "./vocabulary/find-misspelt.ts";
import { createLikeness, wordsOf } from "./vocabulary/likeness.ts";
import type { Searchable } from "./vocabulary/searchable.ts";
import { toSearchable } from "./vocabulary/searchable.ts";

/** As much of a profile as it takes to find it by its name. */
export type NamedProfile = Pick<Profile, "id" | "name" | "isActive" | "createdAt">;

export type FoundByName =
  | { readonly kind: "one"; readonly profile: NamedProfile }
  /** The closest of those that match, the closest first. */
  | { readonly kind: "several"; readonly profiles: readonly NamedProfile[]; readonly matching: number }
  /** `nearest` as `nearestNames` answers it; `total` counts all that there are. */
  | { readonly kind: "none"; readonly nearest: readonly NamedProfile[]; readonly total: number };

/**
 * The profile that a typed name means: the one of that name, else the only one that matches. A name that is spelt as
 * typed is never weighed against one that only resembles it. `names` must not change afterwards: what is made of it is
 * kept for the next question.
 */
export function findByName(names: readonly NamedProfile[], typed: string, limit: number): FoundByName {
  const known = searchable(names);
  const search = foldSearch(typed);
  const close = findClose(known, typed);
  const found = close.length > 0 ? close : findMisspelt(known, search);
  const [first, second] = found;
  if (first === undefined) {
    return { kind: "none", nearest: nearestNames(names, typed), total: names.length };
  }
  const isOnlyOne = second === undefined || (first.search === search && second.search !== search);
  if (isOnlyOne || first.key === foldKey(typed)) return { kind: "one", profile: first.profile };
  const profiles = found.slice(0, limit).map(({ profile }) => profile);
  return { kind: "several", profiles, matching: found.length };
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

/** As much of what was typed must be alike, from 0 to 1, or it is no help to name a profile. */
const alike = 0.5;

/** At most three names that are like what was typed, the likest first; of equals the newest. */
export function nearestNames(names: readonly NamedProfile[], typed: string): readonly NamedProfile[] {
  const likenessOf = createLikeness(foldSearch(typed));
  const best: { profile: NamedProfile; likeness: number }[] = [];
  for (const { profile, words } of searchable(names)) {
    const likeness = likenessOf(words);
    const least = best[2]?.likeness ?? -1;
    if (likeness < alike || likeness <= least) continue;
    best.push({ profile, likeness });
    best.sort((one, other) => other.likeness - one.likeness).splice(3);
  }
  return best.map(({ profile }) => profile);
}

type Named = Searchable & { readonly profile: NamedProfile; readonly words: readonly string[] };

const folded = new WeakMap<readonly NamedProfile[], readonly Named[]>();

function searchable(names: readonly NamedProfile[]): readonly Named[] {
  const known = folded.get(names) ?? names.map(toNamed);
  folded.set(names, known);
  return known;
}

function toNamed(profile: NamedProfile): Named {
  const searchable = toSearchable(profile.name);
  return { profile, words: wordsOf(searchable.search), ...searchable };
}
