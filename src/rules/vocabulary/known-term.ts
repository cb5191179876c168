/** A word this app knows, as Kashew would write it, and the other names of the same thing. */
export interface KnownTerm {
  readonly term: string;
  readonly aliases: readonly string[];
}

/** Each word with its other names, in the order of the table; "and" is also written "&". */
export function toKnownTerms(table: Readonly<Record<string, readonly string[]>>): KnownTerm[] {
  return Object.entries(table).map(([term, aliases]) => ({
    term,
    aliases: term.includes(" and ") ? [...aliases, term.replace(" and ", " & ")] : aliases,
  }));
}
