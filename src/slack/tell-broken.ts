import type { Log } from "../log.ts";
import type { InFlight } from "../process/in-flight.ts";
import type { UseCases } from "../usecases/use-cases.ts";
import type { Workplace } from "./listening/answer.ts";
import { noticeMessage } from "./notice.ts";
import { drawBroken } from "./views/connection.ts";

/** As many are asked for access. */
const mostTold = 5;
/** Nobody waits for it. */
const namesWithinMs = 10_000;

export type TellBroken = (place: Workplace) => void;

/** Tells the ICP admins, once, that Kashew takes the workspace's key no more. */
export function createTellBroken(
  usecases: Pick<UseCases, "beginTelling">,
  { inFlight, log }: { inFlight: InFlight; log: Log },
): TellBroken {
  return (place) => {
    inFlight
      .run(() => tell(place))
      .catch((thrown: unknown) => log.error({ err: thrown, team: place.teamId }, "nobody was told"));
  };

  async function tell(place: Workplace): Promise<void> {
    const broken = await usecases.beginTelling(place.teamId);
    if (broken === undefined) return;
    const admins = await place.adminsWith(broken.icpAdmins, { withinMs: namesWithinMs });
    const message = noticeMessage(drawBroken(broken.shownKey));
    await Promise.allSettled(admins.slice(0, mostTold).map((admin) => place.message(admin, message)));
  }
}
