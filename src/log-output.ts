import { setTimeout as wait } from "node:timers/promises";
import type { DestinationStream } from "pino";
import { pino } from "pino";

/** Lines wait for each other until they are so many bytes, or for so long. */
const mostBytes = 8192;
const mostMs = 50;

export interface Output extends DestinationStream {
  /** Resolves when nothing waits any more, or after `withinMs`: whoever reads it may be gone. */
  flushed(withinMs: number): Promise<void>;
}

/**
 * A file of this process to write lines to, many at a time: each by itself would take as long as all else that a
 * program's list takes. What tells of something wrong goes out at once, with all before it, and what waits when the
 * process ends goes out then; only a kill takes it.
 */
export function openOutput(descriptor: number): Output {
  const file = pino.destination({ dest: descriptor, sync: false, minLength: mostBytes });
  let waiting: NodeJS.Timeout | undefined;
  let isDue = false;
  file.on("drain", () => {
    if (!isDue) return;
    // What came while a write was under way.
    isDue = false;
    file.flush();
  });
  const output = {
    // Pino keeps the level of the line in it, where it finds this.
    [pino.symbols.needsMetadataGsym]: true,
    lastLevel: 0,
    write(line: string) {
      file.write(line);
      if (output.lastLevel >= (pino.levels.values.warn ?? 0)) return sendOff();
      waiting ??= setTimeout(sendOff, mostMs).unref();
    },
    async flushed(withinMs: number) {
      const written = new Promise((resolve) => file.flush(resolve));
      await Promise.race([written, wait(withinMs)]);
    },
  };
  return output;

  function sendOff(): void {
    clearTimeout(waiting);
    waiting = undefined;
    isDue = true;
    file.flush();
  }
}
