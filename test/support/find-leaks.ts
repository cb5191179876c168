import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { canary } from "../../src/sandbox/server/ids.ts";
import type { Exchange } from "../../src/sandbox/server/world.ts";

/** The settings of a bot that no Slack gives out and that are secret all the same. */
export const ownSecrets = {
  stateSecret: `${canary}-state-secret`,
  /** 32 bytes in base64. */
  encryptionKey: `${canary.padEnd(43, "A")}=`,
};

/** The place, if a secret stands in this text of it, and what stands before the secret. */
export function leaksIn(place: string, text: string): string[] {
  const at = text.indexOf(canary);
  return at < 0 ? [] : [`${place}: ${text.slice(Math.max(0, at - 60), at + canary.length)}`];
}

/** The same in all that the app answered to Slack and asked of it; what Slack itself says holds its own secrets. */
export function leaksInExchanges(exchanges: readonly Exchange[]): string[] {
  return exchanges.flatMap(({ id, direction, kind, payload, response }) => {
    const said = direction === "to-app" ? response : withoutTrigger(kind, payload);
    return leaksIn(`exchange ${id}, ${kind}`, JSON.stringify(said) ?? "");
  });
}

/** The files in a folder, and in what is inside, in whose name or bytes a secret stands. */
export function leaksInFiles(folder: string): string[] {
  return filesIn(folder).filter((path) => path.includes(canary) || bytesOf(path).includes(canary));
}

/** Follows no link. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return filesIn(path);
    return one.isFile() ? [path] : [];
  });
}

/** None where the file is gone meanwhile: a process that is about to end takes its journals with it. */
function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return Buffer.alloc(0);
    throw thrown;
  }
}

/** A trigger goes back to Slack where a view is opened with it, and nowhere else. */
function withoutTrigger(kind: string, payload: unknown): unknown {
  if (kind !== "views.open" && kind !== "views.push") return payload;
  return { ...(payload as object), trigger_id: undefined };
}
