import type { Button, KnownBlock } from "@slack/types";
import { isUnknown } from "../../rules/known-fields.ts";
import type { Profile } from "../../rules/profile.ts";
import type { ListAsk, ProfilePage } from "../../stores/profile-store.ts";
import type { ListAnswer } from "../../usecases/list-profiles.ts";
import { actions, button, context, dateOf, header, markup, messageText, plain, section } from "../blocks.ts";
import { printListAsk } from "../commands/list-ask.ts";
import type { Message } from "../notice.ts";
import { archivedButtons } from "./archived-list.ts";
import { ownCopyRemark, sourceWords, unknownRemark } from "./kept-words.ts";
import { drawFinding, inMessage, newProfileButton, profileList, showAllButton } from "./list-controls.ts";
import type { ListScene } from "./nothing-listed.ts";
import { drawNoMatch, drawNoProfiles } from "./nothing-listed.ts";
import {
  byWhom,
  limitOf,
  profilesCounted,
  shownNameOf,
  stateOf,
  targetFields,
  targetsLine,
} from "./profile-words.ts";

type Listed = Extract<ListAnswer, { kind: "listed" }>;

/** What a row tells of a profile. */
const shown = [...targetFields, "isActive", "dailyLimit"] as const;

/** One page of profiles with the controls at its end, where a new message leaves eye and thumb. */
export function drawProfileList(listed: Listed, scene: ListScene = {}): Message {
  const { ask, page } = listed;
  if (page.total === 0) return drawNoProfiles(listed, scene);
  if (page.matching === 0) return drawNoMatch(listed, scene);
  const title = listTitle(ask, page);
  const where = listWhere(listed);
  const names = page.profiles
    .map((profile) => `${shownNameOf(profile)}, ${stateOf(profile).toLowerCase()}`)
    .join("; ");
  return {
    text: messageText(`${title}, ${where}. ${names}`),
    blocks: [
      header("list-head", title),
      ...drawRows(listed),
      ...(page.total > 1
        ? [drawFinding({ ...ask, page: page.page }, { ...inMessage, menus: scene.menus })]
        : []),
      ...drawTurning(listed),
    ],
  };
}

/** The profiles of one page, and where in the list they stand. */
export function drawRows(listed: Listed): KnownBlock[] {
  const { profiles, source } = listed.page;
  const remarks = [...unknownRemark(profiles, shown), ...ownCopyRemark(profiles, shown)];
  return [
    ...profiles.flatMap(drawRow),
    context(
      "list-where",
      markup(`${listWhere(listed)} · ${sourceWords(source)}`),
      ...remarks.map((remark) => plain(remark)),
    ),
  ];
}

export function drawRow(profile: Profile): KnownBlock[] {
  const facts = [
    stateOf(profile),
    limitOf(profile),
    `${isUnknown(profile, "createdAt") ? "Created" : dateOf(profile.createdAt, "Created {date_short_pretty}")} ${byWhom(profile.createdBy)}`,
  ].join(" · ");
  return [
    section(
      `row:${profile.id}`,
      plain(shownNameOf(profile)),
      button(profileList.details, {
        text: "Details",
        value: profile.id,
        label: `Details of ${profile.name}`,
      }),
    ),
    // Each in a block of its own: Slack puts the short elements of one block side by side.
    context(`row-targets:${profile.id}`, plain(targetsLine(profile))),
    context(`row-facts:${profile.id}`, markup(facts)),
  ];
}

function drawTurning({ ask, page, mayCreate }: Listed): KnownBlock[] {
  const buttons = [
    ...turningButtons({ ask, page }),
    ...(mayCreate ? [newProfileButton()] : []),
    ...archivedButtons(page.archived),
  ];
  return buttons.length === 0 ? [] : [actions(`list-turn:${page.page}`, ...buttons)];
}

/** To the page before and after, and back to all where the list is narrowed. */
export function turningButtons({ ask, page }: Pick<Listed, "ask" | "page">, place = inMessage): Button[] {
  const turn = (id: string, text: string, to: number) =>
    button(`${place.turn}:${id}`, {
      text,
      value: printListAsk({ ...ask, page: to }),
      label: `${text} page, profiles ${span({ ...page, page: to }, ask)}`,
    });
  return [
    ...(page.page > 1 ? [turn("previous", "Previous", page.page - 1)] : []),
    ...(page.page < page.pages ? [turn("next", "Next", page.page + 1)] : []),
    ...(isNarrowed(ask, page) ? [showAllButton(page.total, place)] : []),
  ];
}

/** "11–20 of 60, newest first" */
function listWhere({ ask, page }: Listed): string {
  const past = ask.page > page.pages ? `; there is no page ${ask.page}` : "";
  return `${span(page, ask)} of ${page.matching}, newest first${past}`;
}

export function listTitle(ask: ListAsk, { matching }: ProfilePage): string {
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

function isNarrowed({ words, state }: ListAsk, { matching, total }: ProfilePage): boolean {
  return words.length > 0 || (state !== "all" && matching < total);
}
