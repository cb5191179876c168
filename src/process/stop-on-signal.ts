import { run } from "./run.ts";

const signals = ["SIGTERM", "SIGINT"] as const;
/** Longer than stopping in order takes. */
const patienceMs = 15_000;

/**
 * At the first signal stops in order, then ends the process. More signals change nothing: under npm one Ctrl+C arrives
 * twice, from the terminal and from npm. Only once stopping is done or takes too long does another one end the process
 * as it stands, since Node sometimes hangs on its way out (nodejs/node#54918).
 */
export function stopOnSignal(stop: (signal: NodeJS.Signals) => Promise<void>): void {
  let isStopping = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      setTimeout(heedNone, patienceMs).unref();
      void run(async () => {
        await stop(signal);
        heedNone();
        process.exit(0);
      });
    });
  }
}

/** The operating system ends a process that heeds no signal. */
function heedNone(): void {
  for (const signal of signals) process.removeAllListeners(signal);
}
