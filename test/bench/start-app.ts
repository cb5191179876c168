import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** One of the two apps, running in a process of its own. */
export interface App {
  /** Where it takes Slack's requests. */
  readonly url: string;
  /** From the process's start until it listens, and for the bot until `/readyz` says so. */
  readonly readyMs: number;
  /** Resident memory in MB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** The bot as an operator starts it. */
export async function startOurs(env: Readonly<Record<string, string>>): Promise<App> {
  const settings = { ...env, HOST: "127.0.0.1", PORT: "0", DEFAULT_PLAN: "business" };
  return startNode("../../src/start.mjs", { env: settings, until: isReady });
}

/** The bare Bolt app; `settings` is the path of its `BareSettings`. */
export async function startBare(settings: string): Promise<App> {
  return startNode("./bare-app.ts", { args: [settings] });
}

async function startNode(
  file: string,
  {
    args = [],
    env = {},
    until = async () => undefined,
  }: {
    args?: readonly string[];
    env?: Readonly<Record<string, string>>;
    until?: (url: string) => Promise<void>;
  },
): Promise<App> {
  const began = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), ...args], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const port = await Promise.race([
    portIn(child.stdout.setEncoding("utf8")),
    ended.then(() => Promise.reject(new Error(`${file} ended before it listened`))),
  ]);
  const url = `http://127.0.0.1:${port}`;
  await until(url);
  const readyMs = performance.now() - began;
  return {
    url: `${url}/slack/events`,
    readyMs,
    memory: () => residentMb(child.pid ?? 0),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Reads on afterwards, or the log would fill the pipe and stop the app. */
function portIn(output: NodeJS.ReadableStream): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  let text: string | undefined = "";
  output.on("data", (more: string) => {
    if (text === undefined) return;
    text += more;
    const port = /^.*"listening on port.*$/m.exec(text)?.[0].match(/"port":(\d+)/)?.[1];
    if (port === undefined) return;
    text = undefined;
    resolve(Number(port));
  });
  return promise;
}

async function isReady(url: string): Promise<void> {
  while (!(await fetch(`${url}/readyz`)).ok);
}

async function residentMb(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)]);
  return Number(stdout) / 1024;
}
