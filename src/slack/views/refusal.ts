import type { KnownBlock } from "@slack/types";
import type { UserId } from "../../rules/people.ts";
import type { Action, Missing } from "../../rules/permission.ts";
import { plans } from "../../rules/plan.ts";
import type { Refused } from "../../usecases/permit.ts";
import { actions, button, context, markup, plain, section } from "../blocks.ts";
import type { Notice } from "../notice.ts";
import { drawSentence } from "../notice.ts";

/** What the words of a refusal need to know beside the refusal. */
export interface RefusalScene {
  readonly workspaceName: string;
  /** The owners, admins and ICP admins, who hold the scope; undefined while Slack has not told them. */
  readonly holders: readonly UserId[] | undefined;
  /** The command to run again once that may help. Missing where a form waits below the refusal. */
  readonly again?: string;
}

/** What is missing, who has it, and what to do. */
export function drawRefusal(refused: Refused, scene: RefusalScene): Notice {
  const { missing } = refused;
  switch (missing.kind) {
    case "plan":
      return drawPlanRefusal(plans[missing.plan].name, scene);
    case "scope":
      return missing.scope === "icp:admin"
        ? drawAdminRefusal(scene)
        : drawScopeRefusal(refused.action, scene);
    case "standing":
      return drawStandingRefusal(missing.standing, scene);
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

function drawScopeRefusal(action: Action, { holders }: RefusalScene): Notice {
  const verb = action === "change" ? "change" : "create";
  const who =
    holders === undefined || holders.length === 0
      ? "Owners and admins of this Slack workspace hold it."
      : `${listed(holders)} ${holders.length === 1 ? "holds" : "hold"} it.`;
  const help = `They can ${verb} a profile for you, or have the operator of this app give you the scope.`;
  return {
    title: "No access yet",
    text: `You can’t ${verb} ICP profiles here yet. That needs the icp:write scope, which owners and admins hold.`,
    blocks: [
      section(
        "scope",
        markup(
          `*You can’t ${verb} ICP profiles here yet.*\nThat needs the \`icp:write\` scope in this workspace.`,
        ),
      ),
      context("scope-who", markup(`${who} ${help}`)),
    ],
  };
}

function drawAdminRefusal({ holders = [] }: RefusalScene): Notice {
  const text =
    "That is for ICP admins: owners and admins of this Slack workspace, and those whom the operator of this app names.";
  const who = holders.length === 0 ? [] : [context("admin-who", markup(`Here: ${listed(holders)}.`))];
  return { title: "For ICP admins", text, blocks: [section("admin", plain(text)), ...who] };
}

function drawStandingRefusal(
  standing: Extract<Missing, { kind: "standing" }>["standing"],
  scene: RefusalScene,
): Notice {
  switch (standing) {
    case "guest":
      return drawSentence(
        "No access",
        "Guests can’t see ICP profiles here. Full members of this workspace can.",
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

function drawAgain(text: string, { again }: RefusalScene): KnownBlock[] {
  return again === undefined ? [] : [actions("again-do", button("run:again", { text, value: again }))];
}

/** At most five names: more is no help. Mentions in what only one person sees notify nobody. */
function listed(people: readonly UserId[]): string {
  const shown = people.slice(0, 5).map((id) => `<@${id}>`);
  const more = people.length - shown.length;
  if (more > 0) return `${shown.join(", ")} and ${more} more`;
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
