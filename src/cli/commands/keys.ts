import { maskedKey } from "../../rules/api-key.ts";
import type { ApiKey } from "../../stores/api-key-store.ts";
import type { Command } from "./command.ts";
import { forTeam, onData } from "./command.ts";
import { done, unknownWorkspace } from "./outcome.ts";

export const keys: Command = {
  form: "keys T0123",
  says: "the keys to its REST API, as far as they may be shown",
  read: forTeam((teamId) =>
    onData(async (usecases) => {
      const found = await usecases.listKeys(teamId);
      if (found === undefined) return unknownWorkspace(teamId);
      const none = `${teamId} has no key. “npm run workspace -- key ${teamId}” makes one.`;
      const data = found.map(({ teamId: _, ...key }) => key);
      return done(found.length === 0 ? none : found.map(draw).join("\n"), { teamId, keys: data });
    }),
  ),
};

function draw({ name, scopes, madeBy, madeAt, lastUsedAt }: ApiKey): string {
  const used = lastUsedAt === undefined ? "never used" : `used ${lastUsedAt}`;
  return [maskedKey(name), scopes.join(" ") || "no scope", `made ${madeAt} by ${madeBy}`, used].join("\t");
}
