import type { UseCases } from "../../usecases/use-cases.ts";
import { answerRequest, withdrawRequest } from "../actions/close-request.ts";
import { narrowHistory, readHistory } from "../actions/read-history.ts";
import { requestAccess } from "../actions/request-access.ts";
import { revokeKey } from "../actions/revoke-key.ts";
import type { Feature } from "../listening/feature.ts";
import { makeKey } from "../submissions/make-key.ts";
import { setAccess } from "../submissions/set-access.ts";
import { accessAsk } from "../views/access-ask.ts";
import { accessForm, firstAccessInput } from "../views/access-form.ts";
import { accessRequest } from "../views/access-request.ts";
import { history } from "../views/history-ask.ts";
import { keysForm } from "../views/keys-form.ts";

/** Who may do what, who asks for more, what was done, and the keys of programs. */
export function accessRoutes(
  usecases: UseCases,
  { command, restApi }: { command: string; restApi: boolean },
): Feature {
  return {
    actions: {
      [history.open]: readHistory(usecases, { inPlace: false }),
      [history.page]: readHistory(usecases, { inPlace: true }),
      [history.by]: narrowHistory(usecases),
      [accessRequest.ask]: requestAccess(usecases, command),
      [accessRequest.withdraw]: withdrawRequest(usecases),
      [accessAsk.allow]: answerRequest(usecases, "allowed"),
      [accessAsk.deny]: answerRequest(usecases, "denied"),
      [keysForm.revoke]: revokeKey(usecases, restApi),
    },
    forms: {
      [accessForm.id]: {
        undone: "Not saved.",
        firstInput: firstAccessInput,
        answer: setAccess(usecases),
      },
      [keysForm.id]: {
        undone: "No key was made.",
        firstInput: keysForm.scopes,
        answer: makeKey(usecases),
      },
    },
  };
}
