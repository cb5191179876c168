import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { drawAccessForm } from "../views/access-form.ts";
import { drawAccess } from "../views/access-shown.ts";

/** `/icp access`: who may do what, to be set by those who look after the app, and to be seen by other members. */
export function accessCommand(usecases: UseCases) {
  return (): Work => ({
    opens: "Who may do what",
    again: "access",
    async answer(actor, place): Promise<Answer> {
      const answer = await usecases.showAccess(actor);
      if (answer.kind === "refused") return answer;
      const { access, mayAdminister, lacksScope } = answer;
      const installer = await place.installer();
      if (mayAdminister) return { kind: "view", view: drawAccessForm(access, { installer }) };
      const admins = await place.adminsWith(access.icpAdmins);
      return { kind: "view", view: drawAccess(access, { admins, installer, lacksScope }) };
    },
  });
}
