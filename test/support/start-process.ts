import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";
import { leaksIn } from "./find-leaks.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Process {
  /** What it wrote until now, on both outputs. */
  readonly stdout: string;
  readonly stderr: string;
  readonly ended: Promise<Ended>;
  /** Waits until this stands on its output, and answers the match; rejects if the process ends without it. */
  prints(wanted: RegExp): Promise<RegExpExecArray>;
  /** Waits for a line of its log and answers that line's fields; rejects if the process ends without it. */
  logs(message: string | RegExp): Promise<Record<string, unknown>>;
  kill(signal: NodeJS.Signals): void;
}

/**
 * Runs a file, which is relative to `src`, as its own Node, with these settings and nothing else, in an empty folder, where no
 * `.env` stands. It is gone after the test, and has printed no secret.
 */
export function startProcess(
  [file = "", ...args]: readonly string[],
  {
    env = {},
    cwd = temporaryFolder(),
    mayPrintSecrets = false,
  }: { env?: Environment; cwd?: string; mayPrintSecrets?: boolean } = {},
): Process {
  const path = resolve(fileURLToPath(new URL("../../src", import.meta.url)), file);
  const child = spawn(process.execPath, [path, ...args], {
    cwd,
    env: { NODE_COMPILE_CACHE: join(tmpdir(), "node-compile-cache"), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  let isEnded = false;
  const ended = once(child, "close").then(([code]) => {
    isEnded = true;
    return { code, stdout, stderr };
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
    if (!mayPrintSecrets) expect(leaksIn(file, stdout + stderr)).toEqual([]);
  });
  return {
    get stdout() {
      return stdout;
    },
    get stderr() {
      return stderr;
    },
    ended,
    kill: (signal) => void child.kill(signal),
    prints: (wanted) => waitFor(String(wanted), () => wanted.exec(stdout) ?? undefined),
    logs: (message) =>
      waitFor(String(message), () => linesOf(stdout).find(({ msg }) => isMessage(String(msg), message))),
  };

  async function waitFor<Found>(what: string, look: () => Found | undefined): Promise<Found> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (isEnded) throw new Error(`It ended and never wrote ${what}. It wrote:\n${stdout}${stderr}`);
      await Promise.race([once(child.stdout, "data"), ended]);
    }
  }
}

/** Runs it to its end. */
export function runProcess(
  command: readonly string[],
  how: Parameters<typeof startProcess>[1] = {},
): Promise<Ended> {
  return startProcess(command, how).ended;
}

/** The lines of a log that have arrived whole. */
function linesOf(output: string): Record<string, unknown>[] {
  return output
    .split("\n")
    .slice(0, -1)
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
}

function isMessage(logged: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? logged.includes(wanted) : wanted.test(logged);
}
