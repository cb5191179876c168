import { isKeyName, maskedKey } from "../../rules/api-key.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { drawSentence } from "../notice.ts";
import { drawKeys } from "../views/keys-form.ts";

/** Revoke, beside a key. */
export function revokeKey(usecases: Pick<UseCases, "revokeKey">, isOn: boolean) {
  return (name: string): Work => ({
    isWrite: true,
    async answer(actor): Promise<Answer> {
      if (!isKeyName(name)) return { kind: "notice", notice: noSuchKey };
      const answer = await usecases.revokeKey(actor, name);
      if (answer.kind === "refused") return answer;
      return {
        kind: "view",
        view: drawKeys(answer.keys, { isOn }),
        inPlace: true,
        told: drawSentence("Revoked", `The API key ${maskedKey(name)} is revoked.`),
      };
    },
  });
}

const noSuchKey = drawSentence("No such key", "This workspace has no such key. Nothing was changed.");
