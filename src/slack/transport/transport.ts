import type { Receiver } from "@slack/bolt";
import type { Handler } from "../../http/http-server.ts";

/** How Slack's payloads come in at present. */
export type Connection =
  | { readonly kind: "http" }
  /** `connectedMs` is missing while there is no line. */
  | { readonly kind: "socket"; readonly connectedMs?: number; readonly reconnects: number };

/** The way on which Slack's payloads come in. */
export interface Transport {
  readonly receiver: Receiver;
  /** Answers `POST /slack/events`; missing where nothing comes in over HTTP. */
  readonly answerHttp?: Handler;
  /** False while Slack has no way to send us anything. */
  readonly isConnected: boolean;
  readonly connection: Connection;
  /** Resolves when connected, or `signal` aborts first; rejects with a `StartProblem` where Slack refuses. */
  connect(signal: AbortSignal): Promise<void>;
  disconnect(): Promise<void>;
}
