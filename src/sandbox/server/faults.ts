/** How the next call of a method goes wrong: an HTTP status, no answer until this Slack closes, or one of Slack's error codes. */
export type Failure = { status: 429; retryAfter: number } | { status: 500 } | "hang" | (string & {});

export interface Hold {
  /** Resolves when the first held call has arrived. */
  arrived: Promise<void>;
  /** Lets held and later calls go on. */
  release(): void;
}

/** Whatever Web API method is called next. */
export const anyMethod = "any method";

/** Faults that somebody provokes. A method is a Web API method, `anyMethod`, `response_url`, `trigger` or `ack`. */
export interface Faults {
  failNext(method: string, failure: Failure, times?: number): void;
  /** The next failure of a method, which is spent then. */
  take(method: string): Failure | undefined;
  /** Failures still to come. */
  pending(method: string): readonly Failure[];
  hold(method: string): Hold;
  /** What shall go wrong with this call, waiting first while the method is held. */
  meet(method: string): Promise<Failure | undefined>;
  releaseAll(): void;
}

export function createFaults(): Faults {
  const failures = new Map<string, Failure[]>();
  const holds = new Map<string, { wait: Promise<void>; arrive: () => void; release: () => void }>();
  const take = (method: string) => failures.get(method)?.shift();
  return {
    take,
    pending: (method) => failures.get(method) ?? [],
    failNext(method, failure, times = 1) {
      failures.set(method, [
        ...(failures.get(method) ?? []),
        ...Array.from({ length: times }, () => failure),
      ]);
    },
    hold(method) {
      const gone = Promise.withResolvers<void>();
      const arrived = Promise.withResolvers<void>();
      const release = () => {
        if (holds.get(method)?.wait === gone.promise) holds.delete(method);
        gone.resolve();
      };
      holds.set(method, { wait: gone.promise, arrive: arrived.resolve, release });
      return { arrived: arrived.promise, release };
    },
    async meet(method) {
      const failure = take(method) ?? (method === "response_url" ? undefined : take(anyMethod));
      const hold = holds.get(method);
      hold?.arrive();
      await hold?.wait;
      return failure;
    },
    releaseAll() {
      for (const hold of [...holds.values()]) hold.release();
    },
  };
}
