import { WebAPIPlatformError } from "@slack/web-api";
import { StartProblem } from "../../errors.ts";

/** What Slack will answer again however often it is asked, and what to do then; undefined for anything else. */
export function toRefusal(
  thrown: unknown,
  refusals: Readonly<Record<string, string>>,
): StartProblem | undefined {
  if (!(thrown instanceof WebAPIPlatformError)) return undefined;
  const { error } = thrown.data;
  const advice = refusals[error];
  return advice === undefined
    ? undefined
    : new StartProblem(`${advice} (Slack says: ${error}).`, { cause: thrown });
}
