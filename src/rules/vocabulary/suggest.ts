import { limits } from "../profile.ts";
import { cleanLine, foldKey, foldSearch } from "../text.ts";
import type { Entry } from "./entries.ts";
import { entriesOf } from "./entries.ts";
import { findMatches } from "./find-matches.ts";

/** The fields whose words are typed; those of the others are picked from a short list. */
export type TypedField = "industries" | "jobTitles" | "departments" | "countries";

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
  | { readonly kind: "too-long"; readonly limit: typeof limits.term };

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
  const listed = distinct(parts.map((part) => suggestPart(entries, part)));
  if (listed.length < 2) return suggestOne(entries, parts[0] ?? "");
  if (listed.length > most || parts.some(isTooLong)) return suggestOne(entries, whole);
  const terms = listed.map(({ term }) => term);
  return [...writtenWithSeparators(entries, whole), { kind: "several" as const, terms }, ...listed].slice(
    0,
    most,
  );
}

function suggestOne(entries: readonly Entry[], typed: string): Suggestion[] {
  if (typed === "") return entries.slice(0, most).map(toSuggestion);
  if (isTooLong(typed)) return [{ kind: "too-long", limit: limits.term }];
  const matches = findMatches(entries, typed, most);
  if (matches[0]?.key === foldKey(typed)) return matches.map(toSuggestion);
  return [...matches.slice(0, most - 1).map(toSuggestion), { kind: "as-typed", term: typed }];
}

/** Terms that a separator is part of, such as "Food, Beverage and Tobacco", leaving room for the list. */
function writtenWithSeparators(entries: readonly Entry[], typed: string): Suggestion[] {
  const search = foldSearch(typed);
  return entries
    .filter((entry) => entry.search.startsWith(search))
    .sort((a, b) => Number(b.search === search) - Number(a.search === search))
    .slice(0, most - 1)
    .map(toSuggestion);
}

function suggestPart(entries: readonly Entry[], part: string): TermSuggestion {
  const key = foldKey(part);
  const search = foldSearch(part);
  const entry =
    entries.find((known) => known.key === key) ??
    entries.find((known) => known.search === search || known.aliases.includes(search));
  return entry === undefined ? { kind: "as-typed", term: part } : toSuggestion(entry);
}

type TermSuggestion = Extract<Suggestion, { term: string }>;

function distinct(suggestions: readonly TermSuggestion[]): TermSuggestion[] {
  return [...new Map(suggestions.map((suggestion) => [foldKey(suggestion.term), suggestion])).values()];
}

function toSuggestion({ term, usedIn }: Entry): TermSuggestion {
  return { kind: "term", term, usedIn };
}

function isTooLong(term: string): boolean {
  return term.length > limits.term;
}
