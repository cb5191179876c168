import type { AppConfig } from "../app.ts";
import { startApp } from "../app.ts";
import { secretsIn } from "../config.ts";
import { createLog } from "../log.ts";
import { openOutput } from "../log-output.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

/** What the bot's process tells the process that started it with a channel for it. */
export type BotMessage =
  | { readonly kind: "listening"; readonly port: number }
  /** Slack has said whose tokens these are, and is connected. */
  | { readonly kind: "serving" };

/** How long the log's last lines may take. */
const lastLinesMs = 500;

/** The bot as this process: until a signal, or until whoever started it with a channel is gone. */
export async function runBot(config: AppConfig, remarks: readonly string[]): Promise<void> {
  const output = openOutput(1);
  const log = createLog({ level: config.logLevel, secrets: secretsIn(config), to: output });
  process.on("unhandledRejection", (thrown) => log.error({ err: thrown }, "a rejection that nobody handled"));
  for (const remark of remarks) log.warn(remark);

  const starting = startApp(config, { log });
  let stopping: Promise<void> | undefined;
  stopOnSignal(stop);
  process.once("disconnect", endUnheld);
  if (process.send !== undefined && !process.connected) void endUnheld();
  const app = await starting;
  log.info({ host: config.host, port: app.port }, `listening on port ${app.port}`);
  tell({ kind: "listening", port: app.port });
  await app.identified;
  tell({ kind: "serving" });

  function stop(reason: string): Promise<void> {
    stopping ??= stopOnce(reason);
    return stopping;
  }

  async function stopOnce(reason: string): Promise<void> {
    log.info(`${reason}: stopping`);
    const app = await starting.catch(() => undefined);
    await app?.stop();
    process.off("disconnect", endUnheld);
    // Whoever holds the channel learns from its end that nothing is left to wait for.
    if (process.connected) process.disconnect();
  }

  /** Whoever started this process is gone, and nobody would end it where Node hangs on its way out. */
  async function endUnheld(): Promise<void> {
    await stop("disconnect");
    await output.flushed(lastLinesMs);
    process.kill(process.pid, "SIGKILL");
  }
}

function tell(message: BotMessage): void {
  if (process.connected) process.send?.(message);
}
