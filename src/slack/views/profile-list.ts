import type { ExternalSelect, KnownBlock, StaticSelect } from "@slack/types";
import type { Profile } from "../../rules/profile.ts";
import type { ListAsk, ProfilePage } from "../../stores/profile-store.ts";
import type { ListAnswer } from "../../usecases/list-profiles.ts";
import {
  actions,
  button,
  context,
  dateOf,
  header,
  markup,
  messageText,
  option,
  plain,
  section,
} from "../blocks.ts";
import { printListAsk } from "../commands/list-ask.ts";
import type { Message } from "../notice.ts";
import { limitOf, nameOf, profilesCounted, stateOf, targetsLine } from "./profile-words.ts";

export const profileList = {
  details: "profile-details",
  filter: "list-filter",
  find: "profile-find",
  /** What follows the colon in the block's id is the list's own command, which the filter needs. */
  filterBlock: "list-filter:",
} as const;

type Listed = Extract<ListAnswer, { kind: "listed" }>;

const states = { all: "All profiles", active: "Active only", paused: "Paused only" } as const;

/** One page of profiles with the controls at its end, where a new message leaves eye and thumb. */
export function drawProfileList({ ask, page, mayCreate }: Listed): Message {
  if (page.total === 0) return drawNoProfiles(mayCreate);
  if (page.matching === 0) return drawNoMatch(ask, page, mayCreate);
  const title = listTitle(ask, page);
  const where = `${span(page, ask)} of ${page.matching}, newest first`;
  const names = page.profiles
    .map((profile) => `${profile.name}, ${stateOf(profile).toLowerCase()}`)
    .join("; ");
  return {
    text: messageText(`${title}, ${where}. ${names}`),
    blocks: [
      header("list-head", title),
      ...page.profiles.flatMap(drawRow),
      context("list-where", plain(`${where} · kept in this workspace`)),
      ...(page.total > 1 ? [drawFinding({ ...ask, page: page.page })] : []),
      ...drawTurning({ ask, page, mayCreate }),
    ],
  };
}

function drawRow(profile: Profile): KnownBlock[] {
  const facts = [
    stateOf(profile),
    limitOf(profile),
    `${dateOf(profile.createdAt)} by ${nameOf(profile.createdBy)}`,
  ].join(" · ");
  return [
    section(
      `row:${profile.id}`,
      plain(profile.name),
      button(profileList.details, {
        text: "Details",
        value: profile.id,
        label: `Details of ${profile.name}`,
      }),
    ),
    context(`row-facts:${profile.id}`, plain(targetsLine(profile)), markup(facts)),
  ];
}

function drawTurning({ ask, page, mayCreate }: Omit<Listed, "kind">): KnownBlock[] {
  const turn = (id: string, text: string, to: number) =>
    button(`run:${id}`, {
      text,
      value: printListAsk({ ...ask, page: to }),
      label: `${text} page, profiles ${span({ ...page, page: to }, ask)}`,
    });
  const buttons = [
    ...(page.page > 1 ? [turn("previous", "Previous", page.page - 1)] : []),
    ...(page.page < page.pages ? [turn("next", "Next", page.page + 1)] : []),
    ...(isNarrowed(ask) ? [showAllButton(page.total)] : []),
    ...(mayCreate ? [newProfileButton()] : []),
  ];
  return buttons.length === 0 ? [] : [actions(`list-turn:${page.page}`, ...buttons)];
}

function drawFinding(ask: ListAsk): KnownBlock {
  const find: ExternalSelect = {
    type: "external_select",
    action_id: profileList.find,
    placeholder: plain("Find a profile by name"),
    min_query_length: 0,
  };
  const filter: StaticSelect = {
    type: "static_select",
    action_id: profileList.filter,
    placeholder: plain("Show"),
    options: Object.entries(states).map(([value, text]) => option(value, text)),
    initial_option: option(ask.state, states[ask.state]),
  };
  return actions(`${profileList.filterBlock}${printListAsk(ask)}`, find, filter);
}

function drawNoProfiles(mayCreate: boolean): Message {
  const what = "An ICP profile says which companies and people your team sells to.";
  if (!mayCreate) {
    return {
      text: "No ICP profiles yet. Creating one needs the icp:write scope.",
      blocks: [
        section("none", markup(`*No ICP profiles yet.*\n${what}`)),
        context("none-who", markup("Creating one needs the `icp:write` scope.")),
        actions("none-do", button("run:new", { text: "Who can create one", value: "new" })),
      ],
    };
  }
  return {
    text: "No ICP profiles yet. Press New profile to create the first one.",
    blocks: [
      section("none", markup(`*No ICP profiles yet.*\n${what}`)),
      actions("none-do", newProfileButton("primary")),
    ],
  };
}

function drawNoMatch(ask: ListAsk, { total }: ProfilePage, mayCreate: boolean): Message {
  const said = ask.words.join(" ");
  const kind = ask.state === "all" ? "profile" : `${ask.state} profile`;
  const sentence = said === "" ? `No ${kind}.` : `No ${kind} matches “${said}”.`;
  return {
    text: messageText(`${sentence} ${profilesCounted(total)} in all.`),
    blocks: [
      section("no-match", plain(`${sentence} ${profilesCounted(total)} in all.`)),
      actions("no-match-do", showAllButton(total), ...(mayCreate ? [newProfileButton()] : [])),
    ],
  };
}

function listTitle(ask: ListAsk, { matching }: ProfilePage): string {
  const counted = profilesCounted(matching, ask.state === "all" ? "ICP" : `${ask.state} ICP`);
  if (ask.words.length === 0) return counted;
  return `${counted} ${matching === 1 ? "matches" : "match"} “${ask.words.join(" ")}”`;
}

/** "11–20"; the last page may end sooner. */
function span({ page, matching }: ProfilePage, { pageSize }: ListAsk): string {
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, matching);
  return first === last ? `${first}` : `${first}–${last}`;
}

function isNarrowed({ words, state }: ListAsk): boolean {
  return words.length > 0 || state !== "all";
}

function showAllButton(total: number) {
  return button("run:all", { text: `Show all ${total}`, value: "list" });
}

function newProfileButton(style?: "primary") {
  return button("run:new", {
    text: "New profile",
    value: "new",
    ...(style === undefined ? {} : { style }),
  });
}
