import type { UseCases } from "../../usecases/use-cases.ts";
import {
  checkConnection,
  disconnectKashew,
  openConnectForm,
  openCopyForm,
  retryAfterChecking,
} from "../actions/connection.ts";
import { lookAgain } from "../actions/look-again.ts";
import type { Work } from "../listening/answer.ts";
import type { Feature } from "../listening/feature.ts";
import { connectKashew } from "../submissions/connect-kashew.ts";
import { copyToKashew } from "../submissions/copy-to-kashew.ts";
import { connectForm } from "../views/connect-form.ts";
import { connection } from "../views/connection-ids.ts";
import { copyForm } from "../views/copy-form.ts";
import { unknownOutcome } from "../views/unknown-outcome.ts";

/** The way to Kashew. `run` does what a command says. */
export function kashewRoutes(
  usecases: UseCases,
  { command, run }: { command: string; run: (command: string) => Work },
): Feature {
  const copy = copyToKashew(usecases);
  const connect = connectKashew(usecases, command);
  return {
    actions: {
      [connectForm.open]: openConnectForm(usecases),
      [connection.check]: checkConnection(usecases),
      [connection.retry]: retryAfterChecking(usecases, run),
      [connection.copy]: openCopyForm(usecases),
      [connection.disconnect]: disconnectKashew(usecases),
      [unknownOutcome.look]: lookAgain(usecases),
    },
    forms: {
      [copyForm.id]: { undone: "Not copied.", answer: async (actor) => copy(actor) },
      [connectForm.id]: {
        undone: "Not connected.",
        firstInput: connectForm.key,
        answer: async (actor, payload) => connect(actor, payload),
      },
    },
  };
}
