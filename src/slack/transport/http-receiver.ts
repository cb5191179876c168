import type { App, Receiver } from "@slack/bolt";

/** What a request is answered with, which is always 200. */
export interface HttpAnswer {
  readonly type?: string;
  readonly body: string;
}

export interface HttpReceiver extends Receiver {
  /** Lets Bolt work on a payload, to the end; its ack is what is answered. */
  take(payload: Record<string, unknown>, answer: (answer: HttpAnswer) => Promise<void>): Promise<void>;
}

/**
 * Hands to Bolt what the edge has let in. Bolt's own HTTPReceiver would read and parse the request once more, and
 * keep Slack waiting where a listener broke before its ack.
 */
export function createHttpReceiver(): HttpReceiver {
  let app: App | undefined;
  return {
    init(initiated) {
      app = initiated;
    },
    start: async () => undefined,
    stop: async () => undefined,
    async take(body, answer) {
      await app?.processEvent({ body, ack: (given) => answer(toAnswer(given)) });
    },
  };
}

function toAnswer(given: unknown): HttpAnswer {
  return given === undefined ? { body: "" } : { type: "application/json", body: JSON.stringify(given) };
}
