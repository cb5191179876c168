import type { KnownBlock } from "@slack/types";
import type { UserId } from "../../rules/people.ts";
import type { Missing } from "../../rules/permission.ts";
import { plans } from "../../rules/plan.ts";
import type { Refused } from "../../usecases/permit.ts";
import { actions, button, context, markup, plain, section } from "../blocks.ts";
import type { Notice } from "../notice.ts";
import { drawSentence } from "../notice.ts";
import { requestButton } from "./access-request.ts";
import { connection } from "./connection-ids.ts";
import { peopleNamed, whoGrants } from "./people-named.ts";

/** What the words of a refusal need to know beside the refusal. */
export interface RefusalScene {
  readonly workspaceName: string;
  /** Who can grant what is missing; empty where Slack has not told. */
  readonly admins: readonly UserId[];
  /** The command to run again once that may help. Missing where a form waits below the refusal. */
  readonly again?: string;
}

/** What is missing, who has it, and what to do. */
export function drawRefusal(refused: Refused, scene: RefusalScene): Notice {
  const { missing } = refused;
  switch (missing.kind) {
    case "plan":
      return missing.isKashews
        ? drawKashewsPlanRefusal(scene)
        : drawPlanRefusal(plans[missing.plan].name, scene);
    case "scope":
      return missing.scope === "icp:admin" ? drawAdminRefusal(scene) : drawScopeRefusal(refused, scene);
    case "connection":
      return drawConnectionRefusal(refused, missing.state, scene);
    case "standing":
      return drawStandingRefusal(refused, missing.standing, scene);
  }
}

function drawPlanRefusal(plan: string, scene: RefusalScene): Notice {
  return {
    title: "Plan too small",
    text: `ICP profiles need the Pro plan or higher. This workspace is on ${plan}. Its operator sets the plan.`,
    blocks: [
      section("plan", markup(`*ICP profiles need the Pro plan or higher.*\nThis workspace is on ${plan}.`)),
      context("plan-who", plain("Whoever operates this app sets the plan; nobody in Slack can.")),
      ...drawAgain("Check again", scene),
    ],
  };
}

function drawKashewsPlanRefusal(scene: RefusalScene): Notice {
  const text =
    "ICP profiles need the Pro plan or higher. Kashew says that this workspace’s plan there is smaller.";
  return {
    title: "Plan too small",
    text: `${text} Whoever looks after the account in Kashew can change it.`,
    blocks: [
      section(
        "plan",
        markup(
          "*ICP profiles need the Pro plan or higher.*\nKashew says that this workspace’s plan there is smaller.",
        ),
      ),
      context(
        "plan-who",
        plain("Whoever looks after the account in Kashew can change it. Check again afterwards."),
      ),
      ...drawAgain("Check again", scene, connection.retry),
    ],
  };
}

function drawScopeRefusal({ action, isDraftKept, access }: Refused, { admins }: RefusalScene): Notice {
  const verb = action === "change" ? "change" : "create";
  return {
    title: "No access yet",
    text: `You can’t ${verb} ICP profiles here yet. That needs the icp:write scope. Press Request access to ask those who can grant it.`,
    blocks: [
      section(
        "scope",
        markup(
          `*You can’t ${verb} ICP profiles here yet.*\nThat needs the \`icp:write\` scope in this workspace.`,
        ),
      ),
      context(
        "scope-who",
        markup(whoGrants(admins, access)),
        ...(isDraftKept === true ? [plain(draftKept)] : []),
      ),
      actions("scope-do", requestButton(verb)),
    ],
  };
}

function drawAdminRefusal({ admins }: RefusalScene): Notice {
  const text = "That is for ICP admins, such as the owners and admins of this Slack workspace.";
  const who = admins.length === 0 ? [] : [context("admin-who", markup(`Here: ${peopleNamed(admins)}.`))];
  return { title: "For ICP admins", text, blocks: [section("admin", plain(text)), ...who] };
}

function drawConnectionRefusal(
  { isDraftKept }: Refused,
  state: Extract<Missing, { kind: "connection" }>["state"],
  scene: RefusalScene,
): Notice {
  const text =
    state === "broken"
      ? "Kashew doesn’t take this workspace’s key any more. An ICP admin can connect it anew."
      : "This workspace’s key to Kashew may read profiles and not create any: it lacks the icp:write scope.";
  const notice = drawSentence(state === "broken" ? "Not connected" : "Kashew is read-only", text);
  const kept = isDraftKept === true ? [context("connection-draft", plain(draftKept))] : [];
  return {
    ...notice,
    blocks: [
      ...notice.blocks,
      ...kept,
      ...(state === "broken" ? [] : drawAgain("Check again", scene, connection.retry)),
    ],
  };
}

const draftKept = "What you typed is kept for 7 days, for you alone.";

function drawStandingRefusal(
  { action, access }: Refused,
  standing: Extract<Missing, { kind: "standing" }>["standing"],
  scene: RefusalScene,
): Notice {
  switch (standing) {
    case "guest":
      return drawSentence(
        "No access",
        action !== "list" && access.guestsMayLook
          ? "Guests can look at ICP profiles here, and do nothing else with them."
          : "Guests can’t see ICP profiles here. ICP admins of this workspace can open them to guests.",
      );
    case "stranger":
      return drawStranger(scene.workspaceName);
    case "deactivated":
      return drawSentence(
        "No access",
        "Your account in this workspace is deactivated: ICP profiles are closed to it.",
      );
    case "bot":
      return drawSentence("No access", "ICP profiles are for people; bots can’t see them.");
    case "unknown": {
      const notice = drawSentence(
        "Slack didn’t answer",
        "Slack didn’t say in time what you may do here, so nothing was opened or saved. Try again in a minute.",
      );
      return { ...notice, blocks: [...notice.blocks, ...drawAgain("Try again", scene)] };
    }
  }
}

/** For somebody of another workspace than `owner`, which may be unknown. */
export function drawStranger(owner = ""): Notice {
  return drawSentence(
    "No access",
    `The ICP profiles here belong to ${owner || "another workspace"}. People of other workspaces and organizations can’t see them.`,
  );
}

function drawAgain(text: string, { again }: RefusalScene, id = "run:again"): KnownBlock[] {
  return again === undefined ? [] : [actions("again-do", button(id, { text, value: again }))];
}
