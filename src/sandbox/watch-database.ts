import { unwatchFile, watchFile } from "node:fs";

const lookEveryMs = 500;

/**
 * Calls back after each write, of whichever process, to a SQLite file that the bot holds open: all of them go to its
 * write-ahead log first. Looking at the time of the last write is not fooled by who only opens the file.
 */
export function watchDatabase(path: string, written: () => void): { close(): void } {
  const log = `${path}-wal`;
  const look: Parameters<typeof watchFile>[1] = (now, before) => {
    if (now.mtimeMs !== before.mtimeMs) written();
  };
  watchFile(log, { interval: lookEveryMs, persistent: false }, look);
  return { close: () => unwatchFile(log, look) };
}
