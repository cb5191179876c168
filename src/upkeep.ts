import type { Log } from "./log.ts";

/** Looks at once, and then from time to time, whether somebody's data are to be deleted. */
export function startForgetting(
  forgetDue: () => Promise<readonly string[]>,
  { everyMs, log }: { everyMs: number; log: Log },
): { stop(): Promise<void> } {
  let looking = look();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };

  async function look(): Promise<void> {
    try {
      for (const id of await forgetDue()) log.info({ team: id }, "forgotten: its time after leaving is over");
    } catch (thrown) {
      log.error({ err: thrown }, "what is to be forgotten is not yet");
    }
  }
}
