import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import type { ActedView } from "../listening/payloads.ts";
import { noticeId } from "../notice.ts";
import { drawConnectForm } from "../views/connect-form.ts";
import { drawConnection, drawDisconnected } from "../views/connection.ts";
import { drawCopyForm } from "../views/copy-form.ts";

/** Replace key and Reconnect: the form, empty, in the place of the modal that it was pressed in. */
export function openConnectForm(usecases: Pick<UseCases, "showConnection">) {
  return (_: string, where: ActedView | undefined): Work => {
    const inPlace = where !== undefined && where.type !== "home";
    return {
      ...(inPlace ? {} : { opens: "Connect Kashew" }),
      async answer(actor): Promise<Answer> {
        const answer = await usecases.showConnection(actor);
        return answer.kind === "refused" ? answer : { kind: "view", view: drawConnectForm(), inPlace };
      },
    };
  };
}

/** Check again, beside what Kashew has refused. */
export function checkConnection(usecases: Pick<UseCases, "checkAgain" | "showConnection">) {
  return (): Work => ({
    async answer(actor): Promise<Answer> {
      const checked = await usecases.checkAgain(actor);
      if (checked.kind === "refused") return checked;
      const answer = await usecases.showConnection(actor);
      if (answer.kind === "refused") return answer;
      if (answer.kind === "not-connected") return { kind: "view", view: drawConnectForm(), inPlace: true };
      const asked = { remark: "Kashew was asked just now." };
      return {
        kind: "view",
        view: drawConnection(answer, checked.kind === "checked" ? asked : {}),
        inPlace: true,
      };
    },
  });
}

/** Check again, below what Kashew has refused: asks it, and then does what was wanted. */
export function retryAfterChecking(usecases: Pick<UseCases, "checkAgain">, run: (command: string) => Work) {
  return (command: string): Work => {
    const work = run(command);
    return {
      ...work,
      async answer(actor, place): Promise<Answer> {
        const checked = await usecases.checkAgain(actor);
        return checked.kind === "refused" ? checked : work.answer(actor, place);
      },
    };
  };
}

/** Copy to Kashew: what will be created there. Go on shows it in the place of what it stands below. */
export function openCopyForm(usecases: Pick<UseCases, "planCopy">) {
  return (_: string, where: ActedView | undefined): Work => {
    const inPlace = where?.callback_id === noticeId;
    return {
      ...(inPlace ? {} : { opens: "Copy to Kashew" }),
      async answer(actor): Promise<Answer> {
        const answer = await usecases.planCopy(actor);
        if (answer.kind === "refused") return answer;
        const view = answer.kind === "not-connected" ? drawConnectForm() : drawCopyForm(answer);
        return { kind: "view", view, inPlace };
      },
    };
  };
}

/** Disconnect, once it was confirmed. */
export function disconnectKashew(usecases: Pick<UseCases, "disconnectKashew">) {
  return (): Work => ({
    isWrite: true,
    async answer(actor): Promise<Answer> {
      const answer = await usecases.disconnectKashew(actor);
      if (answer.kind === "refused") return answer;
      return { kind: "notice", notice: drawDisconnected(), inPlace: true };
    },
  });
}
