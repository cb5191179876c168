import type { PlainTextOption } from "@slack/types";
import type { NamedProfile } from "../../rules/profile-names.ts";
import { cutTo } from "../../rules/text.ts";
import type { FindProfileAnswer } from "../../usecases/find-profile.ts";
import type { SuggestProfilesAnswer } from "../../usecases/suggest-profiles.ts";
import { actions, button, option, plain, section, utcDateOf } from "../blocks.ts";
import { printCommand } from "../commands/parse-command.ts";
import { slackLimits } from "../limits.ts";
import type { Notice } from "../notice.ts";
import { drawFindMenu, profileList } from "./list-controls.ts";
import { nameAndState } from "./profile-words.ts";
import { drawRemark } from "./suggestions.ts";

type Found = Extract<FindProfileAnswer, { kind: "several" | "none" }>;

/** The profiles that a typed name may mean, or the nearest ones, each with Details. */
export function drawFoundProfiles(found: Found, typed: string): Notice {
  const profiles = found.kind === "several" ? found.profiles : found.nearest;
  const sentence = sentenceFor(found, cutTo(typed, 100));
  return {
    title: "Which profile?",
    text: [sentence, profiles.map(nameAndState).join("; ")].join(" ").trim(),
    blocks: [
      section("found", plain(sentence)),
      ...profiles.map((profile) =>
        section(
          `found:${profile.id}`,
          plain(nameAndState(profile)),
          button(profileList.details, {
            text: "Details",
            value: profile.id,
            label: `Details of ${profile.name}`,
          }),
        ),
      ),
      ...drawWaysOn(found, typed),
    ],
  };
}

function sentenceFor(found: Found, typed: string): string {
  if (found.kind === "none") return `No profile is called “${typed}”${whatIsThere(found)}`;
  const { profiles, matching } = found;
  return profiles.length === matching
    ? `Several profiles match “${typed}”. Choose one.`
    : `${matching} profiles match “${typed}”. The closest ${profiles.length}:`;
}

function whatIsThere({ nearest, total }: Extract<Found, { kind: "none" }>): string {
  if (nearest.length > 0) return ". The nearest ones:";
  if (total === 0) return ". There are none in the list.";
  return ", or anything like it. Choose from all profiles:";
}

/** For whom it is none of those shown. */
function drawWaysOn(found: Found, typed: string) {
  const isMissing = found.kind === "none";
  const elements = [
    ...(isMissing && found.total === 0 ? [] : [drawFindMenu()]),
    ...(isMissing && found.mayCreate
      ? [
          button("run:new", {
            text: "New profile",
            value: printCommand({ verb: "new", rest: typed }),
            label: `New profile called ${typed}`,
          }),
        ]
      : []),
  ];
  return elements.length === 0 ? [] : [actions("found-do", ...elements)];
}

type Suggested = Extract<SuggestProfilesAnswer, { kind: "suggested" }>;

/** The menu of “Find a profile by name”. Never empty, since Slack then goes on showing the answer before. */
export function drawProfileSuggestions(
  { profiles, isMatch, total }: Suggested,
  typed: string,
): PlainTextOption[] {
  if (profiles.length === 0) {
    return [drawRemark(total === 0 ? "No profile in the list" : "No profile has a name like that", typed)];
  }
  return profiles.map((profile) =>
    option(
      profile.id,
      cutTo(profile.name, slackLimits.optionText),
      `${isMatch ? "" : "Nearest name · "}${factsOf(profile)}`,
    ),
  );
}

/** A menu has no viewer-local dates; the day is UTC's. */
function factsOf({ isActive, createdAt }: NamedProfile): string {
  return `${isActive ? "Active" : "Paused"} · ${utcDateOf(createdAt)}`;
}
