import { isDeepStrictEqual } from "node:util";
import { withOwnCopy } from "../../kashew/own-copy.ts";
import type { ListedProfiles } from "../../kashew/read-listed.ts";
import type { Overlap } from "../../rules/overlap.ts";
import { findShared } from "../../rules/overlap.ts";
import type { OverlapIndex } from "../../rules/overlap-index.ts";
import { createOverlapIndex, targetKeysOf } from "../../rules/overlap-index.ts";
import type { OwnCopy, Profile, TermField } from "../../rules/profile.ts";
import { limits, termFields } from "../../rules/profile.ts";
import type { NamedProfile } from "../../rules/profile-names.ts";
import { cleanLine, foldKey, foldSearch } from "../../rules/text.ts";
import type { UsedTerm } from "../../rules/vocabulary/suggest.ts";
import type { OverlapAsk } from "../profile-store.ts";

/** All profiles of one workspace, and what is made of them when it is asked for. */
export interface ReadList {
  /** The newest first. */
  readonly profiles: readonly Profile[];
  /** How many could not be read at all. */
  readonly skipped: number;
  readonly names: readonly NamedProfile[];
  /** In the order of `profiles`: name, description and targets, folded. */
  readonly searchTexts: readonly string[];
  usedTerms(field: TermField): readonly UsedTerm[];
  findOverlap(ask: OverlapAsk): Overlap | undefined;
}

/** Where nothing is new it is the list from before: what was made of that, here and elsewhere, stays good. */
export function toReadList(
  { profiles, skipped }: ListedProfiles,
  { copies, before }: { copies: readonly OwnCopy[]; before: ReadList | undefined },
): ReadList {
  const byId = new Map(copies.map((copy) => [copy.id, copy]));
  const merged = profiles.map((listed) => withOwnCopy(listed, byId.get(listed.profile.id))).sort(newestFirst);
  const isSame = before?.skipped === skipped && isDeepStrictEqual(before.profiles, merged);
  return isSame ? before : makeReadList(merged, skipped);
}

/** The same list with one more profile. */
export function withProfile({ profiles, skipped }: ReadList, profile: Profile): ReadList {
  const others = profiles.filter(({ id }) => id !== profile.id);
  return makeReadList([...others, profile].sort(newestFirst), skipped);
}

function makeReadList(profiles: readonly Profile[], skipped: number): ReadList {
  let names: readonly NamedProfile[] | undefined;
  let searchTexts: readonly string[] | undefined;
  let index: OverlapIndex | undefined;
  const terms = new Map<TermField, readonly UsedTerm[]>();
  return {
    profiles,
    skipped,
    get names() {
      names ??= profiles.map(({ id, name, isActive, createdAt }) => ({ id, name, isActive, createdAt }));
      return names;
    },
    get searchTexts() {
      searchTexts ??= profiles.map(searchTextOf);
      return searchTexts;
    },
    usedTerms(field) {
      const counted = terms.get(field) ?? countTerms(profiles, field);
      terms.set(field, counted);
      return counted;
    },
    findOverlap({ targets, except }) {
      index ??= indexOf(profiles);
      const id = index.findMostAlike(targetKeysOf(targets), except);
      const profile = id && profiles.find((each) => each.id === id);
      const fields = profile && findShared(targets, profile);
      return fields && { profile, fields };
    },
  };
}

function newestFirst(one: Profile, other: Profile): number {
  if (one.createdAt !== other.createdAt) return one.createdAt < other.createdAt ? 1 : -1;
  return one.id < other.id ? 1 : -1;
}

function searchTextOf(profile: Profile): string {
  const { name, description } = profile;
  return [name, description, ...termFields.flatMap((field) => profile[field])].map(foldSearch).join("\n");
}

/** What Kashew does not return is not compared. */
function indexOf(profiles: readonly Profile[]): OverlapIndex {
  const index = createOverlapIndex();
  for (const profile of profiles) {
    if (!index.put(profile, targetKeysOf(profile))) break;
  }
  return index;
}

/** Those that a menu can offer: the others are kept, and shown where they stand. */
function countTerms(profiles: readonly Profile[], field: TermField): UsedTerm[] {
  const byKey = new Map<string, UsedTerm>();
  for (const profile of profiles) {
    const inProfile = new Map(profile[field].filter(isOffered).map((term) => [foldKey(term), term]));
    for (const [key, term] of inProfile) {
      const used = byKey.get(key);
      const first = used === undefined || term < used.term ? term : used.term;
      byKey.set(key, { term: first, profiles: (used?.profiles ?? 0) + 1 });
    }
  }
  return [...byKey]
    .sort(([one, a], [other, b]) => b.profiles - a.profiles || (one < other ? -1 : 1))
    .map(([, used]) => used);
}

function isOffered(term: string): boolean {
  return term.length <= limits.term && cleanLine(term) === term;
}
