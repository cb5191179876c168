import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import type { BotMessage } from "../../src/process/run-bot.ts";
import { residentMb, startArguments } from "../bench/start-app.ts";

/** The bot, in a process of its own. */
export interface Bot {
  readonly url: string;
  memory(): Promise<number>;
  /** The databases that it has open now. */
  openDatabases(): string[];
  /** Lines of its log that tell of something that it had not reckoned with. */
  surprises(): string[];
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it as `npm start` does, with these settings alone, and waits until it serves every workspace. */
export async function startBot(folder: string, env: Readonly<Record<string, string>>): Promise<Bot> {
  const log = join(folder, "bot.log");
  const output = openSync(log, "a");
  const own = { HOST: "127.0.0.1", PORT: "0", DATA_DIR: join(folder, "data") };
  const unlimited = { DEFAULT_PLAN: "business", REQUESTS_PER_SECOND: "1000000" };
  const child = spawn(process.execPath, await startArguments(), {
    env: { ...own, ...unlimited, ...env },
    stdio: ["ignore", output, output, "ipc"],
  });
  closeSync(output);
  const ended = once(child, "exit");
  const serving = Promise.withResolvers<number>();
  let port = 0;
  child.on("message", (message: BotMessage) => {
    if (message.kind === "listening") port = message.port;
    else serving.resolve(port);
  });
  ended.then(() => serving.reject(new Error(`the bot ended: ${readFileSync(log, "utf8").slice(-2000)}`)));
  await serving.promise;
  const pid = child.pid ?? 0;
  return {
    url: `http://127.0.0.1:${port}`,
    memory: () => residentMb(pid),
    openDatabases: () => databasesOf(pid),
    surprises: () => readFileSync(log, "utf8").split("\n").filter(isSurprise),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

const surprising = [
  "a rejection that nobody handled",
  "a listener failed",
  "a handler failed",
  "a payload could not be processed",
  "fault:unexpected",
];

function isSurprise(line: string): boolean {
  return (line !== "" && !line.startsWith("{")) || surprising.some((sentence) => line.includes(sentence));
}

function databasesOf(pid: number): string[] {
  const table = `/proc/${pid}/fd`;
  const open = readdirSync(table).map((descriptor) => {
    try {
      return readlinkSync(join(table, descriptor));
    } catch {
      return ""; // It was closed meanwhile.
    }
  });
  return [...new Set(open.filter((path) => path.endsWith(".sqlite")))];
}
