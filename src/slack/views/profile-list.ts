import type { KnownBlock } from "@slack/types";
import { isUnknown } from "../../rules/known-fields.ts";
import type { UserId } from "../../rules/people.ts";
import type { Profile } from "../../rules/profile.ts";
import type { ListAsk, ProfilePage } from "../../stores/profile-store.ts";
import type { ListAnswer } from "../../usecases/list-profiles.ts";
import { actions, button, context, dateOf, header, markup, messageText, plain, section } from "../blocks.ts";
import { printListAsk } from "../commands/list-ask.ts";
import type { Message } from "../notice.ts";
import { archivedButtons } from "./archived-list.ts";
import { ownCopyRemark, sourceWords, unknownRemark } from "./kept-words.ts";
import { drawFinding, newProfileButton, profileList, showAllButton } from "./list-controls.ts";
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
export function drawProfileList(listed: Listed, grantors: readonly UserId[] = []): Message {
  const { ask, page, mayCreate } = listed;
  if (page.total === 0) return drawNoProfiles(listed, grantors);
  if (page.matching === 0) return drawNoMatch(listed);
  const title = listTitle(ask, page);
  const where = `${span(page, ask)} of ${page.matching}, newest first${pastTheEnd(listed)}`;
  const names = page.profiles
    .map((profile) => `${shownNameOf(profile)}, ${stateOf(profile).toLowerCase()}`)
    .join("; ");
  return {
    text: messageText(`${title}, ${where}. ${names}`),
    blocks: [
      header("list-head", title),
      ...page.profiles.flatMap(drawRow),
      context(
        "list-where",
        markup(`${where} · ${sourceWords(page.source)}`),
        ...[...unknownRemark(page.profiles, shown), ...ownCopyRemark(page.profiles, shown)].map((remark) =>
          plain(remark),
        ),
      ),
      ...(page.total > 1 ? [drawFinding({ ...ask, page: page.page })] : []),
      ...drawTurning({ ask, page, mayCreate }),
    ],
  };
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
    context(`row-facts:${profile.id}`, plain(targetsLine(profile)), markup(facts)),
  ];
}

function drawTurning({ ask, page, mayCreate }: Pick<Listed, "ask" | "page" | "mayCreate">): KnownBlock[] {
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
    ...archivedButtons(page.archived),
  ];
  return buttons.length === 0 ? [] : [actions(`list-turn:${page.page}`, ...buttons)];
}

function pastTheEnd({ ask, page }: Listed): string {
  return ask.page > page.pages ? `; there is no page ${ask.page}` : "";
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
