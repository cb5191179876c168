import { plans } from "../../rules/plan.ts";
import { cutTo } from "../../rules/text.ts";
import type { WorkspaceAnswer } from "../../usecases/describe-workspace.ts";
import { actions, button, context, markup, messageText, plain, section } from "../blocks.ts";
import type { Command } from "../commands/parse-command.ts";
import { guestVerbs, printCommand, verbs } from "../commands/parse-command.ts";
import type { Message } from "../notice.ts";
import { supportButton } from "../words.ts";
import { whereKept } from "./kept-words.ts";
import { profilesCounted } from "./profile-words.ts";

type Described = Extract<WorkspaceAnswer, { kind: "described" }>;

/** What this person may do, and how things stand. `command` is the command's name in this workspace. */
export function drawHelp(
  { count, mayCreate, mayAdminister, isGuest, plan, keeper }: Described,
  { command, supportUrl }: { command: string; supportUrl?: string | undefined },
): Message {
  const counted = countedIn(keeper, count);
  const state = isGuest ? counted : `${counted} Plan: ${plans[plan].name}.`;
  const usage = [
    `\`${command} list\` shows the profiles, the newest first`,
    `\`${command} list fintech active\` searches, with \`active\`, \`paused\` or \`page 2\` last`,
    `\`${command} show fintech\` opens the profile of that name with every field`,
    ...(isGuest ? [] : memberUsage(command, { mayCreate, mayAdminister })),
    ...(mayAdminister
      ? [
          `\`${command} connect\` keeps the profiles in Kashew, or tells how that stands`,
          `\`${command} keys\` makes and revokes keys for programs`,
          `\`${command} doctor\` tells what is wrong with this app here, if anything is`,
        ]
      : []),
  ];
  const commands = knownVerbs(isGuest).map((verb) => `${command} ${verb}`);
  return {
    text: messageText(`${state} Commands: ${commands.join(", ")}.`),
    blocks: [
      section("help-what", markup("*ICP profiles* say which companies and people your team sells to.")),
      section("help-usage", markup(usage.map((line) => `• ${line}`).join("\n"))),
      context("help-state", plain(state), plain("This app is for Kashew, not by Kashew.")),
      actions(
        "help-do",
        button("run:list", { text: "List profiles", value: "list" }),
        ...(mayCreate ? [button("run:new", { text: "New profile", value: "new" })] : []),
        ...(supportUrl === undefined ? [] : [supportButton(supportUrl)]),
      ),
    ],
  };
}

function countedIn(keeper: Described["keeper"], count: Described["count"]): string {
  const kept = whereKept(keeper);
  if (count === undefined) return `ICP profiles are ${kept}, which can’t be read now.`;
  if (count.total === 0) return `No ICP profiles. They are ${kept}.`;
  return `${profilesCounted(count.total, "ICP")}, ${count.active} active, ${kept}.`;
}

function memberUsage(
  command: string,
  { mayCreate, mayAdminister }: { mayCreate: boolean; mayAdminister: boolean },
): string[] {
  return [
    mayCreate
      ? `\`${command} new Fintech DACH\` opens the form with the name filled in; there a template can fill the rest`
      : `\`${command} new\` needs the \`icp:write\` scope, which you don’t hold; it says who does`,
    ...(mayAdminister
      ? [`\`${command} access\` sets who may do what, and shows the history of changes`]
      : [
          `\`${command} access\` shows who may do what, and the history of changes of profiles`,
          `\`${command} connect\`, \`${command} keys\` and \`${command} doctor\` are for ICP admins, whom \`${command} access\` names`,
        ]),
  ];
}

/** All of them, since whoever may not run one is told who may; a guest is told of what guests may. */
function knownVerbs(isGuest: boolean): readonly string[] {
  return isGuest ? guestVerbs : verbs;
}

/** Echoes what was not understood and offers what was probably meant. */
export function drawUnknownVerb(
  { said, rest, nearest }: Extract<Command, { kind: "unknown" }>,
  { command, isGuest }: { command: string; isGuest: boolean },
): Message {
  const meant: Parameters<typeof printCommand>[0] =
    nearest === undefined ? { verb: "list", rest: `${said} ${rest}` } : { verb: nearest, rest };
  const offer = nearest === undefined ? `Search for it` : `Run ${command} ${nearest}`;
  const text = `${command} has no “${cutTo(said, 60)}”.`;
  const guess =
    nearest === undefined
      ? `It knows ${listed(knownVerbs(isGuest))}.`
      : `Did you mean ${command} ${nearest}?`;
  return {
    text: messageText(`${text} ${guess}`),
    blocks: [
      section("unknown", plain(`${text} ${guess}`)),
      actions(
        "unknown-do",
        button("run:meant", { text: offer, value: printCommand(meant), style: "primary" }),
        button("run:help", { text: "Help", value: "help" }),
      ),
    ],
  };
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
