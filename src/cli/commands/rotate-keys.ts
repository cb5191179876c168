import { rotateKeys as rotate } from "../../operate.ts";
import type { RotateAnswer, Sealed } from "../../stores/key-source.ts";
import type { Command } from "./command.ts";
import { tooMuch } from "./command.ts";
import type { Outcome } from "./outcome.ts";
import { done, failed } from "./outcome.ts";

export const rotateKeys: Command = {
  form: "rotate-keys",
  says: "seals all tokens and keys with a new key",
  more: [
    "With DATA_DIR/encryption.key it makes that key, and a running bot uses it at once. With ENCRYPTION_KEYS_FILE, put",
    "the new key on the first line before. With ENCRYPTION_KEYS, put it first and restart the bot before. Afterwards the",
    "older keys are needed for older backups alone. --force forgets the tokens and the keys to Kashew whose key is lost:",
    "the app has to be installed or connected there again, and what is kept of those workspaces stays.",
  ].join("\n"),
  flags: ["force"],
  read: (words, { force = false }) =>
    words.length > 0
      ? tooMuch(words)
      : async (settings) =>
          settings.kind === "problems"
            ? failed(settings.problems.join("\n"))
            : tell(await rotate(settings.config, { mayForget: force })),
};

function tell(answer: RotateAnswer): Outcome {
  switch (answer.kind) {
    case "nothing-sealed":
      return failed(
        "No token is kept: SLACK_CLIENT_ID and what belongs to it are not set, and no workspace is connected with Kashew.",
      );
    case "keys-missing": {
      const { keyIds, keysIn } = answer;
      return failed(
        `The key ${keyIds.join(" and ")} is not in ${keysIn}, and sealed tokens. Put it back, or add --force to forget them.`,
      );
    }
    case "rotated": {
      const { kind: _, ...data } = answer;
      const { sealed, removed, keysIn, isNew } = data;
      const lines = [
        ...counted(sealed).map((what) => `${what} sealed anew with the first key of ${keysIn}.`),
        ...(removed.installations + removed.connections === 0
          ? []
          : counted(removed).map((what) => `${what} forgotten: the key is lost.`)),
        ...(isNew ? [`Made a new key in ${keysIn}; keep a copy apart from the backups.`] : []),
      ];
      return done(lines.join("\n"), data);
    }
  }
}

/** Connections are told where there are any. */
function counted({ installations, connections }: Sealed): string[] {
  const counts = [`${installations} ${installations === 1 ? "installation is" : "installations are"}`];
  if (connections > 0) {
    counts.push(`${connections} ${connections === 1 ? "key to Kashew is" : "keys to Kashew are"}`);
  }
  return counts;
}
