import type { Receiver } from "@slack/bolt";
import type { Handler } from "../http-server.ts";

/** The way on which Slack's payloads come in. */
export interface Transport {
  readonly receiver: Receiver;
  /** Answers `POST /slack/events`; missing where nothing comes in over HTTP. */
  readonly answerHttp?: Handler;
  /** False while Slack has no way to send us anything. */
  readonly isConnected: boolean;
  /** Resolves when connected, or `signal` aborts first; rejects with a `StartProblem` where Slack refuses. */
  connect(signal: AbortSignal): Promise<void>;
  disconnect(): Promise<void>;
}
