import type { UserId } from "../../rules/people.ts";
import type { Missing } from "../../rules/permission.ts";
import { button } from "../blocks.ts";
import type { Notice } from "../notice.ts";
import { connectForm } from "./connect-form.ts";
import { connection } from "./connection-ids.ts";
import { plansLine } from "./plans-line.ts";
import type { RefusalScene } from "./refusal-scene.ts";
import { adminsHere, againButton, draftKept, drawRefused } from "./refusal-scene.ts";

/** Where it is Kashew's plan that is too small. */
export function drawKashewsPlanRefusal(connectedBy: UserId, scene: RefusalScene): Notice {
  const needed = "ICP profiles need the Pro plan or higher.";
  const sentence = "Kashew says that this workspace’s plan there is smaller.";
  return drawRefused("plan", {
    title: "Plan too small",
    text: `${needed} ${sentence} ${plansLine}`,
    lead: `*${needed}*\n${sentence}`,
    who: `<@${connectedBy}> connected Kashew and can change the plan there. Check again afterwards.`,
    notes: [plansLine],
    buttons: againButton("Check again", scene, connection.retry),
  });
}

/** Where Kashew does not take the key any more, or takes it for reading alone. */
export function drawConnectionRefusal(
  { state, mayReconnect }: Extract<Missing, { kind: "connection" }>,
  { isDraftKept = false, scene }: { isDraftKept?: boolean | undefined; scene: RefusalScene },
): Notice {
  const isBroken = state === "broken";
  const anew = button(connectForm.open, {
    text: isBroken ? "Reconnect" : "Replace key",
    value: "kashew",
    style: "primary",
  });
  return drawRefused("connection", {
    title: isBroken ? "Not connected" : "Kashew is read-only",
    text: isBroken
      ? "Kashew doesn’t take this workspace’s key any more. An ICP admin can connect it anew."
      : "This workspace’s key to Kashew may read profiles and not create any: it lacks the icp:write scope. An ICP admin can replace it.",
    who: adminsHere(scene),
    notes: isDraftKept ? [draftKept] : [],
    buttons: [
      ...(mayReconnect === true ? [anew] : []),
      // Of a key that is not taken Kashew is not asked again.
      ...(isBroken ? [] : againButton("Check again", scene, connection.retry)),
    ],
  });
}
