import type { UseCases } from "../../usecases/use-cases.ts";
import type { Work } from "../listening/answer.ts";
import { drawExport } from "../views/export.ts";

/** Export, in the home. */
export function exportProfiles(usecases: Pick<UseCases, "takeExport">) {
  return (): Work => ({
    opens: "Export",
    isWrite: true,
    async answer(actor) {
      const answer = await usecases.takeExport(actor);
      if (answer.kind === "refused") return answer;
      return { kind: "view", view: drawExport(answer, actor.teamId), inPlace: true };
    },
  });
}
