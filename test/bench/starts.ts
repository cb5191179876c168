import type { Effort } from "./rounds.ts";
import { inTurn } from "./rounds.ts";
import type { Row } from "./row.ts";
import { ratioRow } from "./row.ts";
import type { Setup } from "./setup.ts";
import type { App } from "./start-app.ts";

/** From the process's start until it takes requests; the bot also opens its files and asks Slack whose token it has. */
export async function measureStarts({ startOurs, startBare }: Setup, { starts }: Effort): Promise<Row> {
  const measured = await inTurn(
    { bare: () => startedIn(startBare({ commands: {} })), ours: () => startedIn(startOurs(1000)) },
    { rounds: starts, perRound: 1, warmUp: 1 },
  );
  return ratioRow("start until ready (bare: until it listens)", measured, 2);
}

async function startedIn(starting: Promise<App>): Promise<number> {
  const { readyMs, stop } = await starting;
  await stop();
  return readyMs;
}
