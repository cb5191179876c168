import { maskedKey } from "../../rules/api-key.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import { drawSentence } from "../notice.ts";
import { drawKeyMade, full, keysForm, readKeyScopes } from "../views/keys-form.ts";
import { oncePerForm } from "./once-per-form.ts";

/** Make a key, in “API keys”. */
export function makeKey(usecases: Pick<UseCases, "makeKey">) {
  return oncePerForm(async (actor, { view }) => {
    const answer = await usecases.makeKey(actor, readKeyScopes(view.state.values));
    switch (answer.kind) {
      case "refused":
        return answer;
      case "full":
        return { kind: "errors", errors: { [keysForm.scopes]: full } };
      case "made": {
        const shown = maskedKey(answer.apiKey.name);
        const told = `The API key ${shown} was made, but the form was closed before it could be shown. Revoke it and make another one.`;
        return { kind: "view", view: drawKeyMade(answer), told: drawSentence("Key not shown", told) };
      }
    }
  });
}
