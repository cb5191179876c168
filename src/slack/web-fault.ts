import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";
import { Fault } from "../errors.ts";

const deadTriggers = ["expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"];

/** The fault behind what the Web API client threw; anything else comes back as it is. */
export function fromWebApi(thrown: unknown): unknown {
  if (thrown instanceof WebAPIPlatformError) {
    const { error, response_metadata } = thrown.data;
    const code = deadTriggers.includes(error) ? "trigger-expired" : "slack-refused";
    const details = response_metadata?.messages?.join(" ") ?? "";
    return new Fault(code, `Slack answered ${error} ${details}`.trim(), { cause: thrown });
  }
  if (
    thrown instanceof WebAPIRequestError ||
    thrown instanceof WebAPIHTTPError ||
    thrown instanceof WebAPIRateLimitedError
  ) {
    return new Fault("slack-unreachable", thrown.message, { cause: thrown });
  }
  return thrown;
}

/** Slack's own error code, such as `not_found`, where it answered with one. */
export function slackErrorOf(thrown: unknown): string | undefined {
  return thrown instanceof WebAPIPlatformError ? thrown.data.error : undefined;
}
