import type { InputBlock, KnownBlock } from "@slack/types";
import type { ListAsk } from "../../stores/profile-store.ts";
import type { ListAnswer } from "../../usecases/list-profiles.ts";
import type { Home } from "../../usecases/show-home.ts";
import { actions, button, header, plain, section } from "../blocks.ts";
import { printListAsk } from "../commands/list-ask.ts";
import { faultSentence } from "../words.ts";
import { archivedButtons } from "./archived-list.ts";
import type { HomeScene } from "./home.ts";
import { home } from "./home-ids.ts";
import { drawFinding, showAllButton } from "./list-controls.ts";
import { drawNoProfiles, drawNothingFound } from "./nothing-listed.ts";
import { drawRows, listTitle, turningButtons } from "./profile-list.ts";
import { drawRefusal } from "./refusal.ts";

type Listed = Extract<ListAnswer, { kind: "listed" }>;

/** The profiles as this person looks at them, or why they are not there to be seen. */
export function drawHomeProfiles(
  { ask, profiles, waiting }: Home,
  { workspaceName, menus }: Pick<HomeScene, "workspaceName" | "menus">,
): KnownBlock[] {
  switch (profiles.kind) {
    case "refused":
      // Who can grant what is missing is asked of Slack only where somebody wants to do something.
      return [
        ...drawRefusal(profiles, { workspaceName, admins: [] }).blocks,
        ...checking(profiles.missing.kind, ask),
      ];
    case "unreadable":
      return [section("home-unreadable", plain(faultSentence(profiles.fault)), checkButton(ask))];
    case "listed":
      return profiles.page.total === 0
        ? [...drawNoProfiles(profiles, { menus, inHome: { hasAsked: waiting.own !== undefined } }).blocks]
        : drawList(profiles, menus);
  }
}

/** What a look at the home anew may change, by somebody else's doing. */
function checking(missing: string, ask: ListAsk): KnownBlock[] {
  return missing === "plan" || missing === "connection" ? [actions("home-check-do", checkButton(ask))] : [];
}

export function checkButton(ask: ListAsk) {
  return button(home.check, { text: "Check again", value: printListAsk(ask) });
}

/** A page has its controls on top: nothing new pushes them out of sight. */
function drawList(listed: Listed, menus: string | undefined): KnownBlock[] {
  const { ask, page } = listed;
  const found = page.matching > 0;
  const turning = [
    ...(found ? turningButtons(listed, home) : [showAllButton(page.total, home)]),
    ...archivedButtons(page.archived),
  ];
  return [
    header("home-head", found ? listTitle(ask, page) : "ICP profiles"),
    ...(page.total > 1
      ? [drawSearch(ask), drawFinding({ ...ask, page: page.page }, { ...home, menus })]
      : []),
    ...(found ? drawRows(listed) : drawNothingFound(listed).blocks),
    ...(turning.length === 0 ? [] : [actions(`home-turn:${page.page}`, ...turning)]),
  ];
}

/** Other words are another field, so that it shows what was searched for, and keeps what is being typed otherwise. */
function drawSearch(ask: ListAsk): InputBlock {
  const words = ask.words.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(" ");
  return {
    type: "input",
    block_id: `${home.search}:${printListAsk({ ...ask, page: 1 })}`,
    label: plain("Search"),
    optional: true,
    dispatch_action: true,
    element: {
      type: "plain_text_input",
      action_id: home.search,
      placeholder: plain("Words in names, descriptions and targets; press Enter"),
      max_length: 150,
      dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
      ...(words === "" ? {} : { initial_value: words }),
    },
  };
}
