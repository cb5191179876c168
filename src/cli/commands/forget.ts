import type { Command } from "./command.ts";
import { forTeam, onData } from "./command.ts";
import { done, misunderstood, unknownWorkspace } from "./outcome.ts";

export const forget: Command = {
  form: "forget T0123 --yes",
  says: "deletes all that is kept of it, the copies beside its file too",
  more: [
    "There is no way back but a backup elsewhere. Where the app is still installed and the bot runs, people begin",
    "there anew, with no profiles and on DEFAULT_PLAN; the list shows the workspace again once the bot was restarted.",
  ].join("\n"),
  flags: ["yes"],
  read: forTeam((teamId, { yes = false }) => {
    if (!yes) return misunderstood(`Add --yes to delete all profiles of ${teamId}.`);
    return onData(async (usecases) => {
      const removed = await usecases.forgetWorkspace(teamId);
      if (removed === undefined) return unknownWorkspace(teamId);
      return done([`${teamId} is forgotten.`, ...removed].join("\n"), { teamId, removed });
    });
  }),
};
