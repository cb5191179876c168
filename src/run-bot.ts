import type { AppConfig } from "./app.ts";
import { startApp } from "./app.ts";
import { secretsIn } from "./config.ts";
import { createLog } from "./log.ts";

/** What the bot's process tells the process that started it with a channel for it. */
export type BotMessage =
  | { readonly kind: "listening"; readonly port: number }
  /** Slack has said whose tokens these are, and is connected. */
  | { readonly kind: "serving" };

/** The bot as this process: until a signal, or until whoever started it with a channel is gone. */
export async function runBot(config: AppConfig, remarks: readonly string[]): Promise<void> {
  const log = createLog({ level: config.logLevel, secrets: secretsIn(config.slack) });
  process.on("unhandledRejection", (thrown) => log.error({ err: thrown }, "a rejection that nobody handled"));
  for (const remark of remarks) log.warn(remark);

  const starting = startApp(config, { log });
  let isStopping = false;
  for (const reason of ["SIGTERM", "SIGINT", "disconnect"] as const) {
    process.once(reason, () => void stop(reason));
  }
  if (process.send !== undefined && !process.connected) void stop("disconnect");
  const app = await starting;
  log.info({ host: config.host, port: app.port }, `listening on port ${app.port}`);
  tell({ kind: "listening", port: app.port });
  await app.identified;
  tell({ kind: "serving" });

  async function stop(reason: string): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    log.info(`${reason}: stopping`);
    const app = await starting.catch(() => undefined);
    if (app === undefined) return;
    await app.stop();
    // Node sometimes hangs on its way out (nodejs/node#54918). Whoever holds the channel learns from its end that
    // nothing is left to wait for; where nobody does, nobody would end this process either.
    if (reason === "disconnect") process.kill(process.pid, "SIGKILL");
    if (process.connected) process.disconnect();
    process.exit(0);
  }
}

function tell(message: BotMessage): void {
  if (process.connected) process.send?.(message);
}
