import { lockDataFolder } from "./stores/sql/data-lock.ts";

/**
 * Makes this process the only sandbox on a folder; throws a `StartProblem` or a `Fault` where it cannot. Apart from
 * `operate.ts`, because a sandbox's address waits for this, and need not wait until a database is loaded.
 */
export function lockSandbox(folder: string): Promise<{ release(): void }> {
  return lockDataFolder(folder, "sandbox");
}
