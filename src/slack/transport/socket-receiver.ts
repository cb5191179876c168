import type { App, Receiver } from "@slack/bolt";
import type { SocketModeClient } from "@slack/socket-mode";
import type { Log } from "../../log.ts";
import type { InFlight } from "../../process/in-flight.ts";
import { SlackPayload } from "../listening/payloads.ts";
import { createAnswerOnce } from "./answer-once.ts";

/** As the Socket Mode client hands it on. */
interface Envelope {
  envelope_id: string;
  type: string;
  body: Record<string, unknown>;
  retry_num?: number;
  retry_reason?: string;
  ack(response?: unknown): Promise<void>;
}

/**
 * Stands between Slack's WebSocket and Bolt: only a shape that we know gets in, once. What Slack sends again, since
 * an ack was lost, gets the first answer again.
 */
export function createSocketReceiver({
  client,
  inFlight,
  isStopping,
  log,
}: {
  client: Pick<SocketModeClient, "on">;
  inFlight: InFlight;
  isStopping: () => boolean;
  log: Log;
}): Receiver {
  let app: App | undefined;
  const once = createAnswerOnce((answer: unknown) => ({
    kept: answer,
    bytes: JSON.stringify(answer ?? "").length,
  }));
  client.on("slack_event", (envelope: Envelope) => {
    take(envelope).catch((thrown: unknown) => log.error({ err: thrown }, "a payload could not be processed"));
  });
  return {
    init(initiated) {
      app = initiated;
    },
    start: async () => undefined,
    stop: async () => undefined,
  };

  async function take(envelope: Envelope): Promise<void> {
    // Without an ack Slack says at once that the app does not answer, or sends it to another bot.
    if (isStopping()) return;
    const { body, type } = envelope;
    if (!SlackPayload.safeParse(body).success) {
      return log.warn({ type, why: "the payload is not one of Slack's" }, "refused a request");
    }
    const key = typeof body.event_id === "string" ? body.event_id : envelope.envelope_id;
    await once(key, {
      work: (answer) => inFlight.run(() => process(envelope, answer)),
      send: (answer) => send(envelope, answer),
    });
  }

  async function process(envelope: Envelope, answer: (answer: unknown) => Promise<void>): Promise<void> {
    const { body, retry_num: retryNum, retry_reason: retryReason } = envelope;
    await app?.processEvent({
      body,
      ...(retryNum !== undefined && { retryNum }),
      ...(retryReason !== undefined && { retryReason }),
      ack: answer,
    });
  }

  /** A lost line is no reason to stop the work; Slack sends again what it saw no ack for. */
  async function send({ ack, type }: Envelope, response: unknown): Promise<void> {
    await ack(response).catch((thrown: unknown) =>
      log.warn({ err: thrown, type }, "an answer did not reach Slack: the line is gone"),
    );
  }
}
