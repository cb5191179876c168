import type { Log } from "./log.ts";

/** Something whose time has come. */
export interface DueTask {
  readonly team: string;
  /** Answers what was done, for the log. */
  carryOut(): Promise<string>;
}

/** Looks at once, and then from time to time, for what is due, and does it. What fails is tried again the next time. */
export function startUpkeep(
  findDue: () => Promise<readonly DueTask[]>,
  { everyMs, log }: { everyMs: number; log: Log },
): { stop(): Promise<void> } {
  let isStopping = false;
  let looking = look();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await looking;
    },
  };

  async function look(): Promise<void> {
    try {
      for (const task of await findDue()) if (!isStopping) await carryOut(task);
    } catch (thrown) {
      log.error({ err: thrown }, "what is due could not be found out");
    }
  }

  async function carryOut(task: DueTask): Promise<void> {
    const { team } = task;
    try {
      log.info({ team }, await task.carryOut());
    } catch (thrown) {
      log.error({ err: thrown, team }, "what is due is not done yet");
    }
  }
}
