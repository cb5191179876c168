import { KeyName, KeyScope, maskedKey, mostKeys } from "../../rules/api-key.ts";
import type { TeamId } from "../../rules/people.ts";
import type { Command, Work } from "./command.ts";
import { forTeam, onData } from "./command.ts";
import { done, failed, misunderstood, unlessNoted } from "./outcome.ts";

export const key: Command = {
  form: "key T0123 [--scopes icp:write]",
  says: "makes a key to its REST API and prints it, once",
  more: [
    "  npm run --silent workspace -- key T0123 --scopes icp:write",
    "  npm run workspace -- key T0123 --revoke kshw_abcd1234",
    "",
    "The key stands alone on stdout. Only its hash is kept, so nobody can print it again. Without icp:write it lists",
    "and shows profiles, and creates, changes and archives none. A workspace that no bot has met is made; no Slack is",
    "needed for it.",
    "What is made or revoked counts at once, also in a running bot.",
  ].join("\n"),
  flags: ["scopes", "revoke"],
  read: forTeam((teamId, { scopes: said, revoke: revoked }) => {
    if (revoked !== undefined) {
      if (said !== undefined) return misunderstood("Say --scopes or --revoke, not both.");
      const name = readName(revoked);
      return name === undefined
        ? misunderstood("That is not how a key begins, such as kshw_abcd1234.")
        : revoke({ teamId, name });
    }
    const scopes = KeyScope.array().safeParse((said ?? "").split(/[\s,]+/).filter((each) => each !== ""));
    return scopes.success
      ? make({ teamId, scopes: [...new Set(scopes.data)] })
      : misunderstood(`“${said}” is no scope. Scopes: ${KeyScope.options.join(", ")}.`);
  }),
};

function make(ask: { teamId: TeamId; scopes: readonly KeyScope[] }): Work {
  return onData(async (usecases) => {
    const made = await usecases.makeKey(ask);
    if (made.kind === "full") {
      return failed(`${ask.teamId} has ${mostKeys} keys, and no more can be made. Revoke one first.`);
    }
    const { name, scopes } = made.apiKey;
    const may =
      scopes.length === 0
        ? "lists and shows profiles"
        : "lists, shows, creates, changes and archives profiles";
    return {
      ...done(made.secret, { teamId: ask.teamId, name, scopes, key: made.secret }),
      aside: `Copy it now: it is not shown again. It ${may} of ${ask.teamId}.`,
    };
  });
}

function revoke(ask: { teamId: TeamId; name: KeyName }): Work {
  const { teamId, name } = ask;
  return onData(async (usecases) => {
    const revoked = await usecases.revokeKey(ask);
    if (revoked === undefined) {
      return failed(
        `${teamId} has no key ${maskedKey(name)}. “npm run workspace -- keys ${teamId}” shows those it has.`,
      );
    }
    return done(`${maskedKey(name)} is revoked.${unlessNoted(revoked)}`, { teamId, revoked: name });
  });
}

/** Its beginning, with or without what all of them begin with, or a whole key. */
function readName(text: string): KeyName | undefined {
  const [, letters] = /^(?:kshw_)?([a-z0-9]{8})(?:_.*)?$/.exec(text) ?? [];
  return letters === undefined ? undefined : KeyName.parse(`kshw_${letters}`);
}
