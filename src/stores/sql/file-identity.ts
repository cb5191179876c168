import { stat } from "node:fs/promises";

/** Names the file that stands at the path now: another file in its place has another name. Undefined where none is. */
export async function identify(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found === undefined ? undefined : `${found.dev}:${found.ino}`;
}
