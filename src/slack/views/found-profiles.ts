import type { PlainTextOption } from "@slack/types";
import type { FoundByName, NamedProfile } from "../../rules/profile-names.ts";
import { cutTo } from "../../rules/text.ts";
import type { SuggestProfilesAnswer } from "../../usecases/suggest-profiles.ts";
import { button, option, plain, section, utcDateOf } from "../blocks.ts";
import { slackLimits } from "../limits.ts";
import type { Notice } from "../notice.ts";
import { profileList } from "./profile-list.ts";
import { drawRemark } from "./suggestions.ts";

/** The profiles that a typed name may mean, or the nearest ones, each with Details. */
export function drawFoundProfiles(found: Exclude<FoundByName, { kind: "one" }>, typed: string): Notice {
  const said = `“${cutTo(typed, 100)}”`;
  const profiles = found.kind === "several" ? found.profiles : found.nearest;
  const sentence =
    found.kind === "several"
      ? `Several profiles match ${said}. Choose one.`
      : `No profile is called ${said}.${profiles.length === 0 ? "" : " The nearest ones:"}`;
  return {
    title: "Which profile?",
    text: [sentence, ...profiles.map(({ name }) => name)].join(" "),
    blocks: [
      section("found", plain(sentence)),
      ...profiles.map(({ id, name, isActive }) =>
        section(
          `found:${id}`,
          plain(`${name}${isActive ? "" : " (paused)"}`),
          button(profileList.details, { text: "Details", value: id, label: `Details of ${name}` }),
        ),
      ),
    ],
  };
}

type Suggested = Extract<SuggestProfilesAnswer, { kind: "suggested" }>;

/** The menu of “Find a profile by name”. Never empty, since Slack then goes on showing the answer before. */
export function drawProfileSuggestions({ profiles, isMatch }: Suggested, typed: string): PlainTextOption[] {
  if (profiles.length === 0) return [drawRemark("No profile yet", typed)];
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
