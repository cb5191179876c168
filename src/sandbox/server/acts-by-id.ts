import type { Actor } from "./actor.ts";
import { untilStarted } from "./app-hindrance.ts";
import { closeView } from "./closing.ts";
import { setLever } from "./levers.ts";
import { locate, locateModal, locatePlace } from "./locate.ts";
import { mergeValues } from "./merge-values.ts";
import { loadGroups } from "./option-loads.ts";
import { homeEvent } from "./places.ts";
import type { Act, ActAnswer } from "./protocol.ts";
import { strike } from "./strikes.ts";
import { canSubmit, submitView } from "./submit.ts";
import { removeToast } from "./toasts.ts";
import { use } from "./use.ts";
import { write } from "./write.ts";

type InSlack = "writes" | "uses" | "asks" | "submits" | "dismisses" | "opens";
type Beside = "sets" | "strikes" | "restarts-app" | "reads-toast";
export type ActById = Extract<Act, { do: InSlack | Beside }>;

type Answer = Pick<ActAnswer, "groups">;

/** Does what the page names by ids. Throws, in words, where Slack's client would not let it happen. */
export async function actById(actor: Actor, act: ActById): Promise<Answer> {
  const { world, person } = actor;
  switch (act.do) {
    case "sets":
      await setLever(world, act.lever, act.to);
      return {};
    case "strikes":
      strike(world, act.strike);
      return {};
    case "restarts-app":
      if (world.appState === undefined) throw new Error("This Slack does not run the app.");
      await world.appState.restart();
      return {};
    case "reads-toast":
      removeToast(world, person.id, act.toast);
      return {};
    default:
      if (person.role === "deactivated") throw new Error(`The account of ${person.realName} is deactivated.`);
      return actInSlack(actor, act);
  }
}

async function actInSlack(actor: Actor, act: Extract<Act, { do: InSlack }>): Promise<Answer> {
  await untilStarted(actor.world);
  switch (act.do) {
    case "writes":
      await write(actor, act);
      return {};
    case "uses":
      await use(actor, act);
      return {};
    case "asks": {
      const found = locate(actor, act);
      if (!found.spot.element.type.endsWith("external_select")) throw new Error("This is no type-ahead.");
      return { groups: await loadGroups(actor, found, act.query) };
    }
    case "submits": {
      const view = locateModal(actor, act.view);
      if (!canSubmit(view)) throw new Error("This modal cannot be submitted.");
      mergeValues(actor, { kind: "view", view }, act.values);
      await submitView(actor, view);
      return {};
    }
    case "dismisses":
      await closeView(actor, locateModal(actor, act.view), act.all === true);
      return {};
    case "opens": {
      const { kind } = locatePlace(actor, act.place);
      if (kind === "app-home") await homeEvent(actor, "home");
      if (kind === "app-messages") await homeEvent(actor, "messages");
      return {};
    }
  }
}
