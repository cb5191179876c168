import { setTimeout } from "node:timers/promises";
import { toFault } from "../../errors.ts";
import type { Redrawn } from "./stage.ts";

/** Whoever looks at a form for longer goes on with it as it is. */
const longestWaitSeconds = 5;

/** Redraws once more where Slack wants to be asked a little later, and nothing else came from the form until then. */
export async function onceMoreIfBusy(
  redraw: () => Promise<Redrawn>,
  isOvertaken: () => Promise<boolean>,
): Promise<Redrawn> {
  try {
    return await redraw();
  } catch (thrown) {
    const { code, retryAfterSeconds = Number.POSITIVE_INFINITY } = toFault(thrown);
    if (code !== "slack-busy" || retryAfterSeconds > longestWaitSeconds) throw thrown;
    await setTimeout(retryAfterSeconds * 1000);
    return (await isOvertaken()) ? "changed" : redraw();
  }
}
