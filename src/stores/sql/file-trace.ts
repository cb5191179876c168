import { statSync } from "node:fs";

/** Two writes that follow each other sooner may get one time from the file system. */
const sameTimeMs = 50;

/**
 * Another word after each change of a SQLite file, whichever process made it; what was written last may stand in the
 * journal beside it. Empty where nothing is there. Asked without opening the file, since many are asked at a time and few are open.
 */
export function traceOf(path: string): string {
  const [file, journal] = [lastChange(path), lastChange(`${path}-wal`)];
  return file === "none" && journal === "none" ? "" : `${file} ${journal}`;
}

function lastChange(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  // An empty journal comes and goes with whoever opens the file.
  if (found === undefined || found.size === 0n) return "none";
  const { mtimeMs, mtimeNs, ino, size } = found;
  const isSettled = Date.now() - Number(mtimeMs) > sameTimeMs;
  return isSettled ? `${ino}:${mtimeNs}:${size}` : crypto.randomUUID();
}
