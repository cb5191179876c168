import { limits } from "../profile.ts";
import { cleanLine } from "../text.ts";
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

const vocabulary = {
  industries: byKey(industries),
  jobTitles: byKey(jobTitles),
  departments: byKey(departments),
  countries: byKey(countries),
} satisfies Record<TypedField, ReadonlyMap<string, Entry>>;

const merged = new WeakMap<readonly UsedTerm[], Map<TypedField, readonly Entry[]>>();

/** What the workspace uses, most used first, then the rest of the vocabulary. `used` must not change afterwards. */
export function entriesOf(field: TypedField, used: readonly UsedTerm[]): readonly Entry[] {
  const byField = merged.get(used) ?? new Map<TypedField, readonly Entry[]>();
  const entries = byField.get(field) ?? merge(vocabulary[field], used);
  merged.set(used, byField.set(field, entries));
  return entries;
}

/** Spellings under one key become one entry, in the vocabulary's spelling or else the first one met. */
function merge(known: ReadonlyMap<string, Entry>, used: readonly UsedTerm[]): readonly Entry[] {
  const entries = new Map(known);
  for (const term of used) {
    const own = toEntry(term);
    if (own.term === "" || own.term.length > limits.term) continue;
    const met = entries.get(own.key);
    entries.set(own.key, met === undefined ? own : { ...met, usedIn: met.usedIn + own.usedIn });
  }
  return [...entries.values()].sort((a, b) => b.usedIn - a.usedIn);
}

/** Folding is most of the work, and after a save most terms are the very same as before. */
const folded = new WeakMap<UsedTerm, Entry>();

function toEntry(used: UsedTerm): Entry {
  const before = folded.get(used);
  if (before !== undefined) return before;
  const term = cleanLine(used.term);
  const entry = { term, usedIn: used.profiles, ...toSearchable(term) };
  folded.set(used, entry);
  return entry;
}

function byKey(terms: readonly KnownTerm[]): ReadonlyMap<string, Entry> {
  return new Map(
    terms.map(({ term, aliases }) => {
      const entry = { term, usedIn: 0, ...toSearchable(term, aliases) };
      return [entry.key, entry];
    }),
  );
}
