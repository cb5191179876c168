/** What has been taken on and has not ended yet. */
export interface InFlight {
  /** Counts `work` until it settles. */
  run<Answer>(work: () => Promise<Answer>): Promise<Answer>;
  /** Resolves when nothing is left, or after `withinMs`; answers how much was left then. */
  drained(withinMs: number): Promise<number>;
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    async run(work) {
      const promise = work();
      running.add(promise);
      try {
        return await promise;
      } finally {
        running.delete(promise);
      }
    },
    async drained(withinMs) {
      const deadline = AbortSignal.timeout(withinMs);
      while (running.size > 0 && !deadline.aborted) {
        const aborted = new Promise((resolve) => deadline.addEventListener("abort", resolve, { once: true }));
        await Promise.race([Promise.allSettled(running), aborted]);
      }
      return running.size;
    },
  };
}
