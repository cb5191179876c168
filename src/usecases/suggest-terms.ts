import type { Actor } from "../rules/people.ts";
import type { Suggestion, TypedField } from "../rules/vocabulary/suggest.ts";
import { suggest } from "../rules/vocabulary/suggest.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export interface SuggestAsk {
  readonly field: TypedField;
  readonly typed: string;
}

export type SuggestAnswer =
  | Refused
  | { readonly kind: "suggested"; readonly suggestions: readonly Suggestion[] };

/** What a type-ahead of the form offers for what was typed; what the workspace uses comes first. */
export async function suggestTerms(
  deps: Deps,
  actor: Actor,
  { field, typed }: SuggestAsk,
): Promise<SuggestAnswer> {
  const permission = await permit(deps, actor, "create");
  if (permission.kind === "refused") return permission;
  const used = await permission.profiles.usedTerms(field);
  return { kind: "suggested", suggestions: suggest({ field, typed, used }) };
}
