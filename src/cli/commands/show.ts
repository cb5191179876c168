import { plans } from "../../rules/plan.ts";
import type { Command } from "./command.ts";
import { forTeam, onData } from "./command.ts";
import { done, unknownWorkspace } from "./outcome.ts";

export const show: Command = {
  form: "show T0123",
  says: "one of them: plan, profiles, today's writes",
  read: forTeam((teamId) =>
    onData(async (usecases) => {
      const shown = await usecases.showWorkspace(teamId);
      if (shown === undefined) return unknownWorkspace(teamId);
      const { connection } = shown;
      const text = [
        `workspace  ${shown.teamId}  ${shown.name}`,
        `plan       ${plans[shown.plan].name}${shown.isDefaultPlan ? " (DEFAULT_PLAN)" : ""}`,
        `profiles   ${shown.profiles}, ${shown.active} active`,
        `writes     ${plans[shown.plan].includesProfiles ? `${shown.writes.used} of ${shown.writes.limit} today (UTC)` : "none on this plan"}`,
        ...(connection === undefined ? [] : [`kashew     ${connection.shownKey}  ${connection.state}`]),
      ];
      return done(text.join("\n"), shown);
    }),
  ),
};
