import type { Person } from "../../rules/people.ts";
import type { TypedField } from "../../rules/vocabulary/suggest.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { OptionsAnswer } from "../listening/answer.ts";
import { drawProfileSuggestions } from "../views/found-profiles.ts";
import { drawSuggestions } from "../views/suggestions.ts";

/** The menus that search as somebody types. */
export function suggestFor(usecases: UseCases) {
  return {
    /** One field of the form. */
    terms:
      (field: TypedField, typed: string) =>
      async (actor: Person): Promise<OptionsAnswer> => {
        const answer = await usecases.suggestTerms(actor, { field, typed });
        if (answer.kind === "refused") return answer;
        return { kind: "options", options: drawSuggestions(answer.suggestions, typed) };
      },
    /** “Find a profile by name”. */
    profiles:
      (typed: string) =>
      async (actor: Person): Promise<OptionsAnswer> => {
        const answer = await usecases.suggestProfiles(actor, typed);
        if (answer.kind === "refused") return answer;
        return { kind: "options", options: drawProfileSuggestions(answer, typed) };
      },
  };
}
