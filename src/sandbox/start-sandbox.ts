import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "../config.ts";
import { withDataDir } from "../config.ts";
import { StartProblem } from "../errors.ts";
import { lockSandbox } from "../lock-sandbox.ts";
import type { Flags } from "./flags.ts";
import { openOnPort } from "./open-on-port.ts";
import { readSeed } from "./read-seed.ts";
import type { Slack } from "./server/create-slack.ts";
import { createSlack } from "./server/create-slack.ts";
import { KeptFileError } from "./server/kept-file.ts";
import { startWithBot } from "./start-with-bot.ts";

const page = fileURLToPath(new URL("page/dist", import.meta.url));
const kept = { slack: "slack.json", bot: "bot", log: "bot.log" };

export interface Sandbox {
  readonly slack: Slack;
  /** Where it keeps what happened in it. */
  readonly folder: string;
  /** Resolves when the bot first runs, or has crashed; at once where there is none. */
  readonly settled: Promise<void>;
  /** Where programs reach the bot, unless it is closed to them. */
  readonly restApiUrl?: string;
  /** Stops the bot, then Slack. */
  close(): Promise<void>;
}

/** What the sandbox says to the person at the terminal. */
export interface Said {
  warn(sentence: string): void;
  /** The bot's log, as it comes. */
  echo(text: string): void;
}

/** A Slack, and in it the bot as a process of its own, or somebody else's app. */
export async function startSandbox(config: Config, flags: Flags, said: Said): Promise<Sandbox> {
  const { app } = flags;
  const folder = flags.data ?? join(config.dataDir, app.kind === "bot" ? "sandbox" : "sandbox-app");
  const lock = await lockSandbox(folder);
  const path = (name: keyof typeof kept) => join(folder, kept[name]);
  try {
    if (flags.reset) await clear(Object.values(kept).map((name) => join(folder, name)));
    const seed = await readSeed(app, config);
    const open: typeof createSlack = (options) =>
      openOnPort(flags.port, (port) => createSlack({ ...options, seed, file: path("slack"), page, port }));
    const { close, ...opened } =
      app.kind === "bot"
        ? await startWithBot({
            config: withDataDir(config, path("bot")),
            transport: app.transport,
            isWatched: flags.watch,
            logFile: path("log"),
            workspaces: seed.workspaces.filter(({ id }) =>
              seed.app.installations.some(({ workspace }) => workspace === id),
            ),
            open,
            said,
          })
        : await startWithout(open, app.requestUrl);
    return {
      ...opened,
      folder,
      close: () => close().catch(inWords).finally(lock.release),
    };
  } catch (thrown) {
    lock.release();
    return inWords(thrown);
  }
}

function inWords(thrown: unknown): never {
  if (!(thrown instanceof KeptFileError)) throw thrown;
  const isMended = thrown.code === "damaged" || thrown.code === "newer";
  const remedy = isMended ? " Or start with --reset, which deletes it." : "";
  throw new StartProblem(`${thrown.message}${remedy}`, { cause: thrown });
}

async function startWithout(
  open: typeof createSlack,
  requestUrl: string | undefined,
): Promise<Omit<Sandbox, "folder">> {
  const slack = await open();
  if (requestUrl !== undefined) slack.connectApp(requestUrl);
  return { slack, settled: Promise.resolve(), close: slack.close };
}

async function clear(paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((path) => rm(path, { recursive: true, force: true })));
}
