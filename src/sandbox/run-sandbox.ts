import { setTimeout as delay } from "node:timers/promises";
import type { Config } from "../config.ts";
import { stopOnSignal } from "../process/stop-on-signal.ts";
import type { Flags } from "./flags.ts";
import { readFlags, usage } from "./flags.ts";
import { usualPort } from "./open-on-port.ts";
import type { Sandbox } from "./start-sandbox.ts";
import { startSandbox } from "./start-sandbox.ts";

/** The page says how the bot fares; the address need not wait for it longer. */
const botPatienceMs = 1000;

/** The sandbox as this process, until a signal. */
export async function runSandbox(config: Config, args: readonly string[]): Promise<void> {
  const reading = readFlags(args);
  if (reading.kind === "help") return void process.stdout.write(usage);
  if (reading.kind === "problem") {
    process.stderr.write(`${reading.problem}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const { flags } = reading;
  const sandbox = await startSandbox(config, flags, {
    warn: (sentence) => void process.stderr.write(`${sentence}\n`),
    echo: (text) => void (flags.verbose && process.stderr.write(text)),
  });
  stopOnSignal(sandbox.close);
  await Promise.race([sandbox.settled, delay(botPatienceMs, undefined, { ref: false })]);
  process.stdout.write(drawGreeting(sandbox, flags));
}

/** One line with the address; where somebody brings an app of their own, its settings under it. */
function drawGreeting({ slack, folder, restApiUrl }: Sandbox, { port, app }: Flags): string {
  const { url, seed } = slack;
  const isElsewhere = port === undefined && new URL(url).port !== String(usualPort);
  const taken = isElsewhere ? `port ${usualPort} is taken; ` : "";
  const api = restApiUrl === undefined ? "" : `its REST API is at ${restApiUrl}; `;
  const line = `Try ${seed.app.name} at ${url} (${taken}${api}Ctrl+C ends it, and ${folder} keeps what happened)\n`;
  if (app.kind === "bot") return line;
  const settings = Object.entries(app.requestUrl === undefined ? slack.socketEnv : slack.env);
  return `${line}\nThe app’s settings:\n${settings.map(([name, value]) => `${name}=${value}\n`).join("")}`;
}
