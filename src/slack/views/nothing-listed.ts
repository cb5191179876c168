import type { Button, KnownBlock } from "@slack/types";
import type { UserId } from "../../rules/people.ts";
import type { NamedProfile } from "../../rules/profile-names.ts";
import { cutTo } from "../../rules/text.ts";
import type { ListAnswer } from "../../usecases/list-profiles.ts";
import { actions, button, context, markup, menuId, messageText, plain, section } from "../blocks.ts";
import { slackLimits } from "../limits.ts";
import type { Message } from "../notice.ts";
import { requestButton } from "./access-request.ts";
import { archivedButtons } from "./archived-list.ts";
import { connectForm } from "./connect-form.ts";
import { sourceWords } from "./kept-words.ts";
import { drawFinding, inMessage, newProfileButton, profileList, showAllButton } from "./list-controls.ts";
import { whoGrants } from "./people-named.ts";
import { nameAndState, profilesCounted } from "./profile-words.ts";
import { drawTemplateMenu, templateMenu } from "./template-menu.ts";

type Listed = Extract<ListAnswer, { kind: "listed" }>;

export interface ListScene {
  /** Who can let somebody create one who may not, as far as Slack was asked. */
  readonly grantors?: readonly UserId[];
  /** In the app's home, which says above what a profile is, and whether the person has asked for access. */
  readonly inHome?: { readonly hasAsked: boolean };
  /** Tells its menus apart from those that stood there before. */
  readonly menus?: string | undefined;
}

/** For a workspace without profiles, or with all of them in the archive. */
export function drawNoProfiles(
  listed: Pick<Listed, "page" | "areAllDeleted" | "mayCreate" | "mayConnect" | "creating">,
  { grantors = [], inHome, menus }: ListScene,
): Message {
  const { page, areAllDeleted, mayCreate, mayConnect, creating } = listed;
  const { title, hint } = whyNone(listed);
  const isSaid = inHome !== undefined && !page.archived && !areAllDeleted;
  const lead = section("none", markup(isSaid ? `*${title}*` : `*${title}*\n${hint}`));
  const archived = archivedButtons(page.archived);
  if (!mayCreate) {
    if (creating === undefined) {
      return { text: title, blocks: [lead, ...doing(archived)] };
    }
    const who = whoGrants(grantors, creating.access);
    const asking = inHome?.hasAsked === true ? [] : [requestButton("create")];
    return {
      text: `${title} Creating one needs the icp:write scope. ${who} Press Request access to ask for it.`,
      blocks: [
        lead,
        context("none-who", markup(`Creating one needs the \`icp:write\` scope. ${who}`)),
        ...doing([...asking, ...archived]),
      ],
    };
  }
  return {
    text: `${title} Press New profile to create ${page.archived || areAllDeleted ? "another" : "the first"} one.`,
    blocks: [
      lead,
      ...(page.source.keeper === "kashew"
        ? [context("none-where", markup(`Profiles are ${sourceWords(page.source)}`))]
        : []),
      actions(
        "none-do",
        newProfileButton("primary"),
        drawTemplateMenu(menuId(templateMenu.start, menus)),
        ...(mayConnect ? [connectButton] : []),
        ...archived,
      ),
      ...(mayConnect ? [context("none-connect", plain(connectAdvice))] : []),
    ],
  };
}

function doing(buttons: readonly Button[]): KnownBlock[] {
  return buttons.length === 0 ? [] : [actions("none-do", ...buttons)];
}

function whyNone({
  page: { archived = 0 },
  areAllDeleted,
  mayCreate: mayRestore,
}: Pick<Listed, "page" | "areAllDeleted" | "mayCreate">): { title: string; hint: string } {
  if (areAllDeleted) {
    return { title: "No ICP profiles any more.", hint: "All that there were are deleted for good." };
  }
  if (archived === 0) {
    return {
      title: "No ICP profiles yet.",
      hint: "An ICP profile says which companies and people your team sells to.",
    };
  }
  return {
    title:
      archived === 1 ? "The only ICP profile is archived." : `All ${archived} ICP profiles are archived.`,
    hint: `Archived (${archived}) shows ${archived === 1 ? "it" : "them"}${mayRestore ? ", with Restore" : ""}.`,
  };
}

const connectButton = button(connectForm.open, { text: "Connect Kashew", value: "none" });
const connectAdvice =
  "Already have profiles in Kashew? Connect it and they appear here. It takes one API key.";

/** The filter stays, since the words may stand in profiles of the other state. */
export function drawNoMatch(listed: Listed, { menus }: ListScene): Message {
  const { ask, page, mayCreate } = listed;
  const { total } = page;
  const { text, blocks } = drawNothingFound(listed);
  return {
    text,
    blocks: [
      ...blocks,
      ...(total > 1 ? [drawFinding({ ...ask, page: 1 }, { ...inMessage, menus })] : []),
      actions("no-match-do", showAllButton(total), ...(mayCreate ? [newProfileButton()] : [])),
    ],
  };
}

/** What was looked for in vain, and what is like it. */
export function drawNothingFound({ ask, page: { total }, nearest }: Omit<Listed, "kind">): Message {
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
