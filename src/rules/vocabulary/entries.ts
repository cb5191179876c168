import { limits } from "../profile.ts";
import { cleanLine, foldKey } from "../text.ts";
import { countries } from "./countries.ts";
import { departments } from "./departments.ts";
import { industries } from "./industries.ts";
import { jobTitles } from "./job-titles.ts";
import type { KnownTerm } from "./known-term.ts";
import type { Searchable } from "./searchable.ts";
import { toSearchable } from "./searchable.ts";
import type { TypedField, UsedTerm } from "./suggest.ts";

/** A term that may be suggested. */
export interface Entry extends Searchable {
  readonly term: string;
  /** In how many of the workspace's profiles; 0 when only the vocabulary has it. */
  readonly usedIn: number;
}

const vocabulary: Readonly<Record<TypedField, readonly Entry[]>> = {
  industries: industries.map((known) => toEntry(known)),
  jobTitles: jobTitles.map((known) => toEntry(known)),
  departments: departments.map((known) => toEntry(known)),
  countries: countries.map((known) => toEntry(known)),
};

const merged = new WeakMap<readonly UsedTerm[], Map<TypedField, readonly Entry[]>>();

/** What the workspace uses, most used first, then the rest of the vocabulary. `used` must not change afterwards. */
export function entriesOf(field: TypedField, used: readonly UsedTerm[]): readonly Entry[] {
  const byField = merged.get(used) ?? new Map<TypedField, readonly Entry[]>();
  const entries = byField.get(field) ?? merge(vocabulary[field], used);
  merged.set(used, byField.set(field, entries));
  return entries;
}

/** Spellings under one key become one entry, in the vocabulary's spelling or else the first one met. */
function merge(known: readonly Entry[], used: readonly UsedTerm[]): readonly Entry[] {
  const entries = new Map(known.map((entry) => [entry.key, entry]));
  for (const { term, profiles } of used) {
    const spelling = cleanLine(term);
    if (spelling === "" || spelling.length > limits.term) continue;
    const met = entries.get(foldKey(spelling));
    const entry = met
      ? { ...met, usedIn: met.usedIn + profiles }
      : toEntry({ term: spelling, aliases: [] }, profiles);
    entries.set(entry.key, entry);
  }
  return [...entries.values()].sort((a, b) => b.usedIn - a.usedIn);
}

function toEntry({ term, aliases }: KnownTerm, usedIn = 0): Entry {
  return { term, usedIn, ...toSearchable(term, aliases) };
}
