import {
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  isTaskCancelledError,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";
import { Fault } from "../../errors.ts";
import type { KashewKey } from "../../rules/connection.ts";
import { exchange } from "./exchange.ts";
import { readRefusal } from "./read-refusal.ts";
import { createRequestCount } from "./request-count.ts";

/** In milliseconds. */
export interface KashewTimes {
  readonly read: number;
  readonly write: number;
  /** The first pause before a read is tried again; each is longer than the one before, by chance. */
  readonly pause: number;
  /** How long Kashew is left alone after it did not answer several times. */
  readonly rest: number;
}

export const kashewTimes: KashewTimes = { read: 8000, write: 15_000, pause: 200, rest: 30_000 };

const atOnce = 4;
const mostWaiting = 50;
const retries = 2;
const failuresBeforeRest = 5;

export interface ClientDeps {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly times: KashewTimes;
  now(): number;
}

/** One workspace's way to Kashew. What its answer is not becomes a `Fault`; nothing else is thrown. */
export interface KashewClient {
  /** Tried again where Kashew did not answer. */
  get(path: string): Promise<unknown>;
  /** Sent once, or not at all. */
  post(path: string, body: unknown): Promise<unknown>;
  /** In the hour before now, answered or not. */
  requestsThisHour(): number;
}

/** `keyOf` is asked for each request, so that the key is in memory no longer than that takes. */
export function createKashewClient(
  { baseUrl, fetch, times, now }: ClientDeps,
  keyOf: () => Promise<KashewKey>,
): KashewClient {
  const count = createRequestCount(now);
  let waitUntil = 0;
  const gate = bulkhead(atOnce, mostWaiting);
  const breaker = circuitBreaker(handleWhen(isSilence), {
    halfOpenAfter: times.rest,
    breaker: new ConsecutiveBreaker(failuresBeforeRest),
  });
  const again = retry(handleWhen(mayRetry), {
    maxAttempts: retries,
    backoff: new ExponentialBackoff({ initialDelay: times.pause, maxDelay: times.pause * 10 }),
  });
  const reads = wrap(gate, again, breaker, timeout(times.read, TimeoutStrategy.Aggressive));
  const writes = wrap(gate, breaker, timeout(times.write, TimeoutStrategy.Aggressive));

  return {
    get: (path) => translated(() => reads.execute(({ signal }) => ask({ method: "GET", path, signal }))),
    post: (path, body) =>
      translated(() => writes.execute(({ signal }) => ask({ method: "POST", path, body, signal }))),
    requestsThisHour: () => count.lastHour(),
  };

  async function ask({
    path,
    ...question
  }: {
    method: "GET" | "POST";
    path: string;
    body?: unknown;
    signal: AbortSignal;
  }): Promise<unknown> {
    const key = await keyOf();
    const left = Math.ceil((waitUntil - now()) / 1000);
    if (left > 0) throw new Fault("kashew-busy", "Kashew asked to wait", { retryAfterSeconds: left });
    question.signal.throwIfAborted();
    count.add();
    const reply = await exchange(fetch, { ...question, url: `${baseUrl}${path}`, key });
    if (reply.status >= 200 && reply.status < 300) return readJson(reply.text);
    const fault = readRefusal(reply, now());
    const { retryAfterSeconds } = fault;
    if (retryAfterSeconds !== undefined) waitUntil = Math.max(waitUntil, now() + retryAfterSeconds * 1000);
    throw fault;
  }
}

/** Whether Kashew may have taken what was sent, so that nobody knows what became of it. */
export function leavesOpen({ code }: Fault): boolean {
  return (
    code === "kashew-slow" || code === "kashew-cut" || code === "kashew-down" || code === "kashew-unreadable"
  );
}

/** A part of an answer could hold a key, and JSON's error repeats one: it is left out. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault("kashew-unreadable", "Kashew's answer is no JSON");
  }
}

function isSilence(thrown: unknown): boolean {
  return isTaskCancelledError(thrown) || mayRetry(thrown);
}

/** A person waits: what took its whole time once is not tried again. */
function mayRetry(thrown: unknown): boolean {
  if (!(thrown instanceof Fault) || thrown.retryAfterSeconds !== undefined) return false;
  return (
    thrown.code === "kashew-cut" || thrown.code === "kashew-down" || thrown.code === "kashew-unreachable"
  );
}

async function translated<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (thrown) {
    if (isTaskCancelledError(thrown)) throw new Fault("kashew-slow", "Kashew did not answer in time");
    if (isBrokenCircuitError(thrown)) {
      throw new Fault("kashew-unreachable", "Kashew did not answer lately and is left alone for a moment");
    }
    if (isBulkheadRejectedError(thrown)) {
      throw new Fault("kashew-busy", "too many requests to Kashew are waiting");
    }
    throw thrown;
  }
}
