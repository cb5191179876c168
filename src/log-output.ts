import { write, writeSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { DestinationStream } from "pino";
import { pino } from "pino";

/** Lines wait for each other until they are so many bytes, or for so long. */
const mostBytes = 8192;
const mostMs = 50;

/** What cannot be written waits, up to so much; what comes after that is lost. */
const mostKept = 1_000_000;

/** What waits as the process ends is tried so often, so many ms apart, where its reader has not made room for it. */
const lastTries = { times: 50, everyMs: 10 };

/** So long is left to a write that is under way as the process ends, before what comes after it is written. */
const lastMs = 100;

export interface Output extends DestinationStream {
  /** Resolves when nothing waits any more, or after `withinMs`: whoever reads it may be gone. */
  flushed(withinMs: number): Promise<void>;
}

/**
 * A file of this process to write lines to, many at a time: each by itself would take as long as all else that a
 * program's list takes. What tells of something wrong goes out at once, with all before it, and what waits when the
 * process ends goes out then; only a kill takes it. A full disk, or a reader who is gone, keeps the process neither
 * from going on nor from ending.
 */
export function openOutput(descriptor: number): Output {
  let lines = "";
  /** What the write under way is to write, or what the last one has left. */
  let rest = Buffer.alloc(0);
  let isWriting = false;
  let isDue = false;
  let waiting: NodeJS.Timeout | undefined;
  const atRest: (() => void)[] = [];
  process.once("exit", () => {
    // Another thread writes it, of which nothing is heard any more.
    if (isWriting) pause(lastMs);
    writeNow(descriptor, Buffer.concat([isWriting ? Buffer.alloc(0) : rest, Buffer.from(lines)]));
  });
  const output = {
    // Pino keeps the level of the line in it, where it finds this.
    [pino.symbols.needsMetadataGsym]: true,
    lastLevel: 0,
    write(line: string) {
      if (rest.length + lines.length < mostKept) lines += line;
      const isWrong = output.lastLevel >= (pino.levels.values.warn ?? 0);
      if (isWrong || lines.length >= mostBytes) return sendOff();
      sendSoon();
    },
    async flushed(withinMs: number) {
      const written = new Promise<void>((resolve) => atRest.push(resolve));
      sendOff();
      await Promise.race([written, wait(withinMs)]);
    },
  };
  return output;

  function sendSoon(): void {
    waiting ??= setTimeout(sendOff, mostMs).unref();
  }

  function sendOff(): void {
    clearTimeout(waiting);
    waiting = undefined;
    isDue = isWriting;
    if (isWriting) return;
    rest = Buffer.concat([rest, Buffer.from(lines)]);
    lines = "";
    writeRest();
  }

  function writeRest(): void {
    isWriting = true;
    write(descriptor, rest, (error, written) => {
      isWriting = false;
      if (error === null) {
        rest = rest.subarray(written);
        if (rest.length > 0) return writeRest();
        if (isDue) return sendOff();
      } else if (isFull(error)) return sendSoon();
      for (const resolve of atRest.splice(0)) resolve();
    });
  }
}

/** A pipe whose reader is behind. Whatever else went wrong is tried with the next line. */
function isFull(thrown: unknown): boolean {
  return (thrown as NodeJS.ErrnoException).code === "EAGAIN";
}

function writeNow(descriptor: number, bytes: Buffer): void {
  let left = bytes;
  for (let tries = 0; left.length > 0 && tries < lastTries.times; ) {
    try {
      left = left.subarray(writeSync(descriptor, left));
    } catch (thrown) {
      if (!isFull(thrown)) return;
      tries += 1;
      pause(lastTries.everyMs);
    }
  }
}

/** Nothing else of this process goes on meanwhile. */
function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
