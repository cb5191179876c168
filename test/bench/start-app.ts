import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** One of the two apps, running in a process of its own. */
export interface App {
  /** Where it takes Slack's requests. */
  readonly url: string;
  /** From the process's start until it is ready. */
  readonly readyMs: number;
  /** Resident memory in MB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Runs Node with these arguments and nothing else in its environment but `env`. What it logs goes into a file, as it
 * may where it serves people; reading it here would slow what measures.
 */
export async function startApp(
  args: readonly string[],
  {
    port,
    log,
    isReady,
    env = {},
  }: {
    port: number;
    log: string;
    isReady: (port: number) => Promise<boolean>;
    env?: Readonly<Record<string, string>>;
  },
): Promise<App> {
  const output = openSync(log, "a");
  const began = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", output, "inherit"] });
  closeSync(output);
  const ended = once(child, "close");
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error(`${args.join(" ")} ended before it was ready`);
    await delay(2);
  }
  const readyMs = performance.now() - began;
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    readyMs,
    memory: () => residentMb(child.pid ?? 0),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Whether something listens there. */
export function isListening(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(port, "127.0.0.1");
  socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
  return promise.finally(() => socket.destroy());
}

/** Whether the bot says that it is ready. */
export async function saysReady(port: number): Promise<boolean> {
  if (!(await isListening(port))) return false;
  return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
}

/** Its resident memory. */
export async function residentMb(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)]);
  return Number(stdout) / 1024;
}

/** The bot's, as `npm start` has them. */
export async function startArguments(): Promise<string[]> {
  const root = new URL("../../", import.meta.url);
  const { scripts } = JSON.parse(await readFile(new URL("package.json", root), "utf8"));
  const [, , ...args] = String(scripts.start).split(" ");
  return args.map((arg) => (arg.startsWith("-") ? arg : fileURLToPath(new URL(arg, root))));
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
