import { RespondError } from "@slack/bolt";
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";
import type { FaultCode } from "../../errors.ts";
import { Fault } from "../../errors.ts";

const deadTriggers: Readonly<Record<string, FaultCode>> = {
  expired_trigger_id: "trigger-expired",
  invalid_trigger_id: "trigger-expired",
  exchanged_trigger_id: "trigger-used",
};

/** The fault behind what the Web API client threw; anything else comes back as it is. */
export function fromWebApi(thrown: unknown): unknown {
  if (thrown instanceof WebAPIPlatformError) {
    const { error, response_metadata } = thrown.data;
    const code = deadTriggers[error] ?? "slack-refused";
    const details = response_metadata?.messages?.join(" ") ?? "";
    return new Fault(code, `Slack answered ${error} ${details}`.trim(), { cause: thrown });
  }
  if (thrown instanceof WebAPIRateLimitedError) {
    return new Fault("slack-busy", thrown.message, {
      cause: thrown,
      retryAfterSeconds: thrown.retryAfter,
    });
  }
  if (thrown instanceof WebAPIRequestError || thrown instanceof WebAPIHTTPError) {
    const code = isGivenUp(thrown) ? "slack-late" : "slack-unreachable";
    return new Fault(code, thrown.message, { cause: thrown });
  }
  return thrown;
}

/** The fault behind what Bolt threw at an answer to a response_url: its error with a status, or the network's own. */
export function fromRespond(thrown: unknown): Fault {
  const status = thrown instanceof RespondError ? thrown.statusCode : undefined;
  return new Fault(respondCode(status), String(thrown), { cause: thrown });
}

function respondCode(status: number | undefined): FaultCode {
  if (status === undefined || status >= 500) return "slack-unreachable";
  if (status === 429) return "slack-busy";
  return status === 404 ? "reply-expired" : "slack-refused";
}

/** The client waits no longer; the request is on its way all the same. */
function isGivenUp(thrown: Error): boolean {
  return thrown instanceof WebAPIRequestError && thrown.original.name === "TimeoutError";
}

/** Whether Slack gave no answer at all, so that nobody knows whether it did what was asked. */
export function isUnanswered(thrown: unknown): boolean {
  return thrown instanceof WebAPIRequestError;
}

/** Slack's own error code, such as `not_found`, where it answered with one. */
export function slackErrorOf(thrown: unknown): string | undefined {
  return thrown instanceof WebAPIPlatformError ? thrown.data.error : undefined;
}
