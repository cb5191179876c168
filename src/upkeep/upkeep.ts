import type { Log } from "../log.ts";

/** Something whose time has come. */
export interface DueTask {
  readonly team: string;
  /** Answers what was done, for the log; undefined where nothing was. */
  carryOut(): Promise<string | undefined>;
}

interface Upkeep {
  /** Looks as soon as the last look has ended. */
  lookAgain(): void;
  stop(): Promise<void>;
}

/** Looks at once, and then from time to time, for what is due, and does it. What fails is tried again the next time. */
export function startUpkeep(
  findDue: () => AsyncIterable<DueTask>,
  { everyMs, log }: { everyMs: number; log: Log },
): Upkeep {
  let isStopping = false;
  let looking = look();
  const lookAgain = () => {
    looking = looking.then(look);
  };
  const timer = setInterval(lookAgain, everyMs).unref();
  return {
    lookAgain,
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await looking;
    },
  };

  async function look(): Promise<void> {
    try {
      for await (const task of findDue()) {
        if (isStopping) return;
        await carryOut(task);
      }
    } catch (thrown) {
      log.error({ err: thrown }, "what is due could not be found out");
    }
  }

  async function carryOut(task: DueTask): Promise<void> {
    const { team } = task;
    try {
      const done = await task.carryOut();
      if (done !== undefined) log.info({ team }, done);
    } catch (thrown) {
      log.error({ err: thrown, team }, "what is due is not done yet");
    }
  }
}
