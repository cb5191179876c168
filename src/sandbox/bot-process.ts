import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { BotMessage } from "../process/run-bot.ts";
import type { BotLog } from "./bot-log.ts";
import type { AppState } from "./server/protocol.ts";

const entry = fileURLToPath(new URL("../start.mjs", import.meta.url));
/** Longer than the bot itself gives to what is in flight. */
const patienceMs = 12_000;
/** Between the end of its channel, when all its work is done, and its own. */
const exitPatienceMs = 1000;

export interface BotProcess {
  now(): AppState;
  /** Resolves when the bot runs, or has ended. */
  start(): Promise<void>;
  /** Stops the bot where it runs, then starts it. */
  restart(): Promise<void>;
  /** Lets what is in flight end. */
  stop(): Promise<void>;
}

/**
 * The bot as a process of its own, so that its crash is something to look at and not the end of the sandbox. It hears
 * through its channel when this process is gone, however that ended, and stops then.
 */
export function createBotProcess({
  environment,
  log,
  onListening,
  onServing,
  onChange,
}: {
  environment: () => NodeJS.ProcessEnv;
  log: BotLog;
  onListening(): void;
  /** The bot counts as running when this is done. */
  onServing(): Promise<void>;
  onChange(kind: AppState["kind"]): void;
}): BotProcess {
  let kind: AppState["kind"] = "starting";
  /** Whose end would be a crash. */
  let current: ChildProcess | undefined;
  let turn = Promise.resolve();

  return {
    now: () => ({ kind, log: kind === "crashed" ? log.lastLines : [] }),
    start,
    async restart() {
      let started: Promise<void> | undefined;
      await inTurn(async () => {
        become("starting");
        await end();
        started = start();
      });
      await started;
    },
    stop: () => inTurn(end),
  };

  function start(): Promise<void> {
    become("starting");
    const settled = Promise.withResolvers<void>();
    const child = fork(entry, [], {
      env: environment(),
      execArgv: [],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    current = child;
    for (const output of [child.stdout, child.stderr]) output?.setEncoding("utf8").on("data", log.write);
    child.on("message", async (message: BotMessage) => {
      if (current !== child) return;
      if (message.kind === "listening") return onListening();
      await onServing();
      if (current === child) become("running");
      settled.resolve();
    });
    child.once("error", (error) => log.write(`${error.message}\n`));
    child.once("close", (code, signal) => {
      settled.resolve();
      if (current !== child) return;
      current = undefined;
      log.write(`The bot ended (${signal ?? `exit code ${code}`}).\n`);
      become("crashed");
    });
    return settled.promise;
  }

  async function end(): Promise<void> {
    const child = current;
    if (child === undefined) return;
    current = undefined;
    const ended = once(child, "close");
    child.kill("SIGTERM");
    const kill = () => child.kill("SIGKILL");
    let leash = setTimeout(kill, patienceMs);
    child.once("disconnect", () => {
      clearTimeout(leash);
      leash = setTimeout(kill, exitPatienceMs);
    });
    await ended;
    clearTimeout(leash);
  }

  function become(next: AppState["kind"]): void {
    kind = next;
    onChange(next);
  }

  /** One start or stop after the other. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    turn = turn.then(work);
    return turn;
  }
}
