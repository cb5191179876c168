import type { Missing } from "../../rules/permission.ts";
import { plans } from "../../rules/plan.ts";
import type { Refused } from "../../usecases/permit.ts";
import { button } from "../blocks.ts";
import type { Notice } from "../notice.ts";
import { drawSentence } from "../notice.ts";
import { requestButton } from "./access-request.ts";
import { drawConnectionRefusal, drawKashewsPlanRefusal } from "./kashew-refusal.ts";
import { whoGrants } from "./people-named.ts";
import { plansLine } from "./plans-line.ts";
import type { RefusalScene } from "./refusal-scene.ts";
import { adminsHere, againButton, draftKept, drawRefused } from "./refusal-scene.ts";

/** What is missing, who has it, and what to do. */
export function drawRefusal(refused: Refused, scene: RefusalScene): Notice {
  const { missing, isDraftKept } = refused;
  switch (missing.kind) {
    case "plan":
      return missing.connectedBy === undefined
        ? drawPlanRefusal(plans[missing.plan].name, scene)
        : drawKashewsPlanRefusal(missing.connectedBy, scene);
    case "scope":
      return missing.scope === "icp:admin" ? drawAdminRefusal(scene) : drawScopeRefusal(refused, scene);
    case "connection":
      return drawConnectionRefusal(missing, { isDraftKept, scene });
    case "standing":
      return drawStandingRefusal(refused, missing.standing, scene);
  }
}

/** Whether the words are fuller with the names of those who look after the app. */
export function needsAdmins({ missing }: Refused): boolean {
  return (
    missing.kind === "scope" ||
    missing.kind === "connection" ||
    (missing.kind === "standing" && missing.standing === "guest")
  );
}

function drawPlanRefusal(plan: string, scene: RefusalScene): Notice {
  const needed = "ICP profiles need the Pro plan or higher.";
  const present = `This workspace is on ${plan}.`;
  return drawRefused("plan", {
    title: "Plan too small",
    text: `${needed} ${present} Its operator sets the plan. ${plansLine}`,
    lead: `*${needed}*\n${present}`,
    notes: ["Whoever operates this app sets the plan; nobody in Slack can.", plansLine],
    buttons: againButton("Check again", scene),
  });
}

function drawScopeRefusal({ action, isDraftKept, access }: Refused, { admins }: RefusalScene): Notice {
  const verb = action === "change" ? "change" : "create";
  const no = `You can’t ${verb} ICP profiles here yet.`;
  return drawRefused("scope", {
    title: "No access yet",
    text: `${no} That needs the icp:write scope. Press Request access to ask those who can grant it.`,
    lead: `*${no}*\nThat needs the \`icp:write\` scope in this workspace.`,
    who: whoGrants(admins, access),
    notes: isDraftKept === true ? [draftKept] : [],
    buttons: [requestButton(verb)],
    buttonsInMessage: [button("run:list", { text: "View profiles", value: "list" })],
  });
}

function drawAdminRefusal(scene: RefusalScene): Notice {
  return drawRefused("admin", {
    title: "For ICP admins",
    text: "That is for ICP admins, such as the owners and admins of this Slack workspace.",
    who: adminsHere(scene),
  });
}

function drawStandingRefusal(
  { action, access }: Refused,
  standing: Extract<Missing, { kind: "standing" }>["standing"],
  scene: RefusalScene,
): Notice {
  switch (standing) {
    case "guest":
      return action !== "list" && access.guestsMayLook
        ? drawSentence("No access", "Guests can look at ICP profiles here, and do nothing else with them.")
        : drawRefused("standing", {
            title: "No access",
            text: "Guests can’t see ICP profiles here. ICP admins of this workspace can open them to guests.",
            who: adminsHere(scene),
          });
    case "stranger":
      return drawStranger(scene.workspaceName);
    case "deactivated":
      return drawSentence(
        "No access",
        "Your account in this workspace is deactivated: ICP profiles are closed to it.",
      );
    case "bot":
      return drawSentence("No access", "ICP profiles are for people; bots can’t see them.");
    case "unknown":
      return drawRefused("standing", {
        title: "Slack didn’t answer",
        text: "Slack didn’t say in time what you may do here, so nothing was opened or saved. Try again in a minute.",
        buttons: againButton("Try again", scene),
      });
  }
}

/** For somebody of another workspace than `owner`, which may be unknown. */
export function drawStranger(owner = ""): Notice {
  return drawSentence(
    "No access",
    `The ICP profiles here belong to ${owner || "another workspace"}. People of other workspaces and organizations can’t see them.`,
  );
}
