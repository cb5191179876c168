import type { Command } from "./command.ts";
import { forTeam, onData } from "./command.ts";
import { done, misunderstood, unknownWorkspace } from "./outcome.ts";

export const forget: Command = {
  form: "forget T0123 --yes",
  says: "deletes all that is kept of it now, the copies beside its file too",
  more: [
    "There is no way back but a backup elsewhere. A workspace that took the app away is forgotten by itself after",
    "RETENTION_DAYS; this does it at once (--now says the same as --yes). The copies of control.sqlite, which hold its",
    "name, go too.",
    "Where the app is still installed, one that came through the install page has to be installed there anew. One whose",
    "token is in SLACK_BOT_TOKEN begins anew, with no profiles and on DEFAULT_PLAN; the list shows the workspace again",
    "once the bot was restarted.",
  ].join("\n"),
  flags: ["yes", "now"],
  read: forTeam((teamId, { yes = false, now = false }) => {
    if (!yes && !now) return misunderstood(`Add --yes to delete all profiles of ${teamId}.`);
    return onData(async (usecases) => {
      const removed = await usecases.forgetWorkspace(teamId);
      if (removed === undefined) return unknownWorkspace(teamId);
      return done([`${teamId} is forgotten.`, ...removed].join("\n"), { teamId, removed });
    });
  }),
};
