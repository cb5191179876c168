import type { Profile } from "../../rules/profile.ts";
import type { NamedProfile } from "../../rules/profile-names.ts";
import { foldKey } from "../../rules/text.ts";
import type { UsedTerm } from "../../rules/vocabulary/suggest.ts";

/** The list that would be read anew after a profile with these terms was added. */
export function withTerms(list: readonly UsedTerm[], terms: readonly string[]): readonly UsedTerm[] {
  if (terms.length === 0) return list;
  const added = new Map(terms.map((term) => [foldKey(term), term]));
  const counted = list.map((used) => {
    const key = foldKey(used.term);
    const term = added.get(key);
    if (term === undefined) return { key, used };
    added.delete(key);
    const first = term < used.term ? term : used.term;
    return { key, used: { term: first, profiles: used.profiles + 1 } };
  });
  for (const [key, term] of added) counted.push({ key, used: { term, profiles: 1 } });
  return counted
    .sort((a, b) => b.used.profiles - a.used.profiles || (a.key < b.key ? -1 : 1))
    .map(({ used }) => used);
}

/** The names that would be read anew after this profile was added. */
export function withName(
  names: readonly NamedProfile[],
  { id, name, isActive, createdAt }: Profile,
): readonly NamedProfile[] {
  const older = names.findIndex(
    (other) => other.createdAt < createdAt || (other.createdAt === createdAt && other.id < id),
  );
  const at = older < 0 ? names.length : older;
  return names.toSpliced(at, 0, { id, name, isActive, createdAt });
}
