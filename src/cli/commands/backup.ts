import type { CopiedFile } from "../../stores/data-files.ts";
import type { BackUpAsk } from "../../usecases/back-up.ts";
import type { Command, Work } from "./command.ts";
import { forTeam, onData } from "./command.ts";
import type { Outcome } from "./outcome.ts";
import { done, failed, misunderstood } from "./outcome.ts";

export const backup: Command = {
  form: "backup T0123 --out file",
  says: "copies its file; with --all instead of an id, everything into a folder",
  more: [
    "  npm run workspace -- backup --all --out folder",
    "",
    "A copy holds what was saved until one moment; the bot goes on meanwhile. The folder is laid out as DATA_DIR, so",
    "that a bot can be started on it. What is there already is left alone, unless --force replaces it. With --all a",
    "file that can't be copied keeps no other from being copied; all such are named at the end.",
  ].join("\n"),
  flags: ["all", "out", "force"],
  read(words, flags) {
    const { all = false, out, force: mayReplace = false } = flags;
    if (out === undefined) return misunderstood("Say where to: --out.");
    if (!all) return forTeam((teamId) => copy({ teamId, to: out, mayReplace }))(words, flags);
    if (words.length > 0) return misunderstood("Name a workspace or say --all, not both.");
    return copy({ to: out, mayReplace });
  },
};

function copy(ask: BackUpAsk): Work {
  return onData(async (usecases): Promise<Outcome> => {
    const answer = await usecases.backUp(ask);
    switch (answer.kind) {
      case "backed-up":
        return done(drawFiles(answer.files), answer);
      case "incomplete": {
        const missing = answer.missing.map(({ message }) => message);
        const text = ["Not copied:", ...missing, "", "Copied:", drawFiles(answer.files)].join("\n");
        return failed(text, { files: answer.files, missing });
      }
      case "in-the-way":
        return failed(`${answer.path} is there already. Choose another name, or add --force to replace it.`);
      case "nothing-kept":
        return failed(
          `Nothing is kept of ${ask.teamId} here. “npm run workspace -- list” shows who is served.`,
        );
    }
  });
}

function drawFiles(files: readonly CopiedFile[]): string {
  return files.map(({ path, bytes }) => `${path}  ${bytes} bytes`).join("\n");
}
