import type { Actor } from "../../rules/people.ts";
import type { TypedField } from "../../rules/vocabulary/suggest.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { OptionsAnswer } from "../answer.ts";
import { drawSuggestions } from "../views/suggestions.ts";

/** The type-ahead of one field of the form. */
export function suggestFor(usecases: UseCases) {
  return (field: TypedField, typed: string) =>
    async (actor: Actor): Promise<OptionsAnswer> => {
      const answer = await usecases.suggestTerms(actor, { field, typed });
      if (answer.kind === "refused") return answer;
      return { kind: "options", options: drawSuggestions(answer.suggestions, typed) };
    };
}
