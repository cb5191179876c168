import type { RestoreAnswer } from "../../stores/data-files.ts";
import type { Command } from "./command.ts";
import { forTeam, onData } from "./command.ts";
import { oneFile } from "./files.ts";
import { done, failed, unlessNoted } from "./outcome.ts";

export const restore: Command = {
  form: "restore T0123 file",
  says: "puts a backup in the place of its profiles",
  more: [
    "The backup is checked first and only read. What was there is kept beside it as ….before-restore-<time>. A bot",
    "that runs shows the restored profiles from the next thing anybody does. Another workspace's backup is refused, for",
    "people, rights and history of one workspace are nothing to another; export and import bring profiles over.",
  ].join("\n"),
  read: ([team = "", ...words], flags) =>
    forTeam((teamId) => {
      const from = oneFile(words);
      if (typeof from !== "string") return from;
      return onData(async (usecases) => {
        const answer = await usecases.restoreWorkspace({ teamId, from });
        if (answer.kind === "unsound")
          return failed(`${from}: ${flaws[answer.why]} (${answer.detail}). Nothing was changed.`);
        if (answer.kind === "foreign")
          return failed(
            `${from}: it is a backup of ${answer.whose}, not of ${teamId}. Nothing was changed. Export ${answer.whose} and import that into ${teamId} to bring its profiles over.`,
            { whose: answer.whose },
          );
        const kept = answer.before === undefined ? "" : `\nWhat was there: ${answer.before}`;
        const { isNoted, ...restored } = answer;
        const whose = answer.isWhoseKnown
          ? ""
          : " It is not known whose backup that was: an older version made it.";
        const said = `${teamId} is as in ${from} now.${whose}${unlessNoted({ isNoted })}${kept}`;
        return done(said, { teamId, ...restored });
      });
    })([team], flags),
};

const flaws: Record<Extract<RestoreAnswer, { kind: "unsound" }>["why"], string> = {
  "not-a-workspace": "it is no workspace’s file",
  newer: "a newer version of this app wrote it; update first",
  damaged: "it is damaged",
};
