import { foldSearch } from "../text.ts";
import { departments } from "./departments.ts";
import { jobTitles } from "./job-titles.ts";
import type { KnownTerm } from "./known-term.ts";

/** What the vocabulary calls what somebody wrote: "SDR" is its "Sales Development Representative". Undefined for words of their own. */
export function knownAs(field: keyof typeof names, written: string): string | undefined {
  return names[field].get(foldSearch(written));
}

const names = { jobTitles: byName(jobTitles), departments: byName(departments) };

function byName(terms: readonly KnownTerm[]): ReadonlyMap<string, string> {
  return new Map(
    terms.flatMap(({ term, aliases }) => [term, ...aliases].map((name) => [foldSearch(name), term] as const)),
  );
}
