import type { NamedProfile } from "../../rules/profile-names.ts";
import { cutTo } from "../../rules/text.ts";
import type { ListAnswer } from "../../usecases/list-profiles.ts";
import { actions, button, context, markup, messageText, plain, section } from "../blocks.ts";
import { slackLimits } from "../limits.ts";
import type { Message } from "../notice.ts";
import { drawFinding, newProfileButton, profileList, showAllButton } from "./list-controls.ts";
import { nameAndState, profilesCounted } from "./profile-words.ts";

type Listed = Extract<ListAnswer, { kind: "listed" }>;

/** For a workspace without profiles. */
export function drawNoProfiles(mayCreate: boolean): Message {
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

/** The filter stays, since the words may stand in profiles of the other state. */
export function drawNoMatch({ ask, page: { total }, nearest, mayCreate }: Listed): Message {
  const said = ask.words.join(" ");
  const kind = ask.state === "all" ? "profile" : `${ask.state} profile`;
  const sentence = said === "" ? `No ${kind}.` : `No ${kind} matches “${said}”.`;
  const names = nearest.map(nameAndState).join(", ");
  const near = names === "" ? "" : ` Nearest: ${names}.`;
  const inAll = `${profilesCounted(total)} in all.`;
  return {
    text: messageText(`${sentence}${near} ${inAll}`),
    blocks: [
      section("no-match", plain(near === "" ? `${sentence} ${inAll}` : `${sentence}${near}`)),
      ...(nearest.length === 0 ? [] : [actions("no-match-names", ...nearest.map(drawNearest))]),
      ...(total > 1 ? [drawFinding({ ...ask, page: 1 })] : []),
      actions("no-match-do", showAllButton(total), ...(mayCreate ? [newProfileButton()] : [])),
    ],
  };
}

function drawNearest({ id, name }: NamedProfile, index: number) {
  return button(`${profileList.details}:${index + 1}`, {
    text: cutTo(name, slackLimits.buttonText),
    value: id,
    label: `Details of ${name}`,
  });
}
