/** A word this app knows, as Kashew would write it, and the other names of the same thing. */
export interface KnownTerm {
  readonly term: string;
  readonly aliases: readonly string[];
}

export function withAliases<Term extends string>(
  terms: readonly Term[],
  aliases: Partial<Record<Term, readonly string[]>>,
): KnownTerm[] {
  return terms.map((term) => ({ term, aliases: [...(aliases[term] ?? []), ...shortened(term)] }));
}

function shortened(term: string): string[] {
  return term.includes(" and ") ? [term.replace(" and ", " & ")] : [];
}
