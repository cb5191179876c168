import { limits } from "../profile.ts";
import { cleanLine, foldKey, foldSearch } from "../text.ts";
import type { Entry } from "./entries.ts";
import { entriesOf } from "./entries.ts";
import { findMatches } from "./find-matches.ts";

/** The fields whose words are typed; those of the others are picked from a short list. */
export const typedFields = ["industries", "jobTitles", "departments", "countries"] as const;
export type TypedField = (typeof typedFields)[number];

/** A term that the workspace uses, and in how many profiles. */
export interface UsedTerm {
  readonly term: string;
  readonly profiles: number;
}

export type Suggestion =
  /** `usedIn` counts profiles; 0 for a term that only the vocabulary has. */
  | { readonly kind: "term"; readonly term: string; readonly usedIn: number }
  | { readonly kind: "as-typed"; readonly term: string }
  /** All of a typed list in one go. */
  | { readonly kind: "several"; readonly terms: readonly string[] }
  | { readonly kind: "too-long"; readonly limit: typeof limits.term }
  /** A typed list of more terms than these. */
  | { readonly kind: "too-many"; readonly limit: typeof most };

const most = 20;
const separator = /[,;\r\n，；、،؛]/;

/**
 * From 1 to 20 suggestions. Matches come first; what was typed comes last, alone when nothing matches and absent
 * when a match equals it under `foldKey`. A list of 2 to 20 terms is offered whole and then term by term. `used`
 * must not change afterwards: what is made of it is kept for the next letter.
 */
export function suggest(ask: { field: TypedField; typed: string; used: readonly UsedTerm[] }): Suggestion[] {
  const entries = entriesOf(ask.field, ask.used);
  const whole = cleanLine(ask.typed);
  const parts = ask.typed
    .split(separator)
    .map(cleanLine)
    .filter((part) => part !== "");
  if (parts.length < 2) return suggestOne(entries, parts[0] ?? "");
  const listed = distinct(suggestParts(entries, parts));
  if (listed.length < 2) return suggestOne(entries, parts[0] ?? "");
  if (parts.some(isTooLong)) return suggestOne(entries, whole);
  if (listed.length > most) {
    return isTooLong(whole) ? [{ kind: "too-many", limit: most }] : suggestOne(entries, whole);
  }
  const terms = listed.map(({ term }) => term);
  const written = writtenWithSeparators(entries, whole);
  const others = distinct([...written, ...listed]).slice(written.length);
  return [...written, { kind: "several" as const, terms }, ...others].slice(0, most);
}

function suggestOne(entries: readonly Entry[], typed: string): Suggestion[] {
  if (typed === "") return entries.slice(0, most).map(toSuggestion);
  if (isTooLong(typed)) return [{ kind: "too-long", limit: limits.term }];
  const matches = findMatches(entries, typed, most);
  if (matches[0]?.key === foldKey(typed)) return matches.map(toSuggestion);
  return [...matches.slice(0, most - 1).map(toSuggestion), { kind: "as-typed", term: typed }];
}

/** Terms that a separator is part of, such as "Food, Beverage and Tobacco", leaving room for the list. */
function writtenWithSeparators(entries: readonly Entry[], typed: string): TermSuggestion[] {
  const search = foldSearch(typed);
  return entries
    .filter((entry) => entry.search.startsWith(search))
    .sort((a, b) => Number(b.search === search) - Number(a.search === search))
    .slice(0, most - 1)
    .map(toSuggestion);
}

/** Each part as the term of its key, else the first term that it spells or is another name of, else as typed. */
function suggestParts(entries: readonly Entry[], parts: readonly string[]): TermSuggestion[] {
  const asked = new Set(parts.flatMap((part) => [foldKey(part), foldSearch(part)]));
  const known = new Map<string, Entry>();
  for (const entry of entries) {
    for (const name of [entry.search, ...entry.aliases]) {
      if (asked.has(name) && !known.has(name)) known.set(name, entry);
    }
    if (asked.has(entry.key)) known.set(entry.key, entry);
  }
  return parts.map((part) => {
    const entry = known.get(foldKey(part)) ?? known.get(foldSearch(part));
    return entry === undefined ? { kind: "as-typed", term: part } : toSuggestion(entry);
  });
}

type TermSuggestion = Extract<Suggestion, { term: string }>;

function distinct(suggestions: readonly TermSuggestion[]): TermSuggestion[] {
  const byKey = Map.groupBy(suggestions, ({ term }) => foldKey(term));
  return [...byKey.values()].flatMap(([first]) => first ?? []);
}

function toSuggestion({ term, usedIn }: Entry): TermSuggestion {
  return { kind: "term", term, usedIn };
}

function isTooLong(term: string): boolean {
  return term.length > limits.term;
}
