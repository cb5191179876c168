import type { Button, HomeView, KnownBlock } from "@slack/types";
import type { UserId } from "../../rules/people.ts";
import type { ListAsk } from "../../stores/profile-store.ts";
import type { Home } from "../../usecases/show-home.ts";
import { actions, button, context, header, markup, plain, section } from "../blocks.ts";
import { printListAsk, readListAsk } from "../commands/list-ask.ts";
import type { Notice } from "../notice.ts";
import { supportButton } from "../words.ts";
import { requestButton } from "./access-request.ts";
import { home } from "./home-ids.ts";
import { checkButton, drawHomeProfiles } from "./home-profiles.ts";
import { drawSettings } from "./home-settings.ts";
import { drawWaiting } from "./home-waiting.ts";
import { newProfileButton } from "./list-controls.ts";
import { drawRecentChanges } from "./recent-changes.ts";

/** What the home says beside what it shows. */
export interface HomeScene {
  readonly workspaceName: string;
  /** The command's name here, such as `/icp`. */
  readonly command: string;
  readonly supportUrl: string | undefined;
  /** How long the data stay after the app was taken away; undefined where the operator decides that. */
  readonly retentionDays: number | undefined;
  /** Who installed the app, where they are an ICP admin for it. */
  readonly installer: UserId | undefined;
  /** Tells its menus apart from those that stood there before. */
  readonly menus?: string | undefined;
}

/** The app's home for one person. What they look at in it rides along, for the next time. */
export function drawHome(
  shown: Home,
  { names, ...scene }: HomeScene & { readonly names: ReadonlyMap<UserId, string> },
): HomeView {
  const { profiles, waiting, recent, settings } = shown;
  const mayCreate = profiles.kind === "listed" && profiles.mayCreate;
  return homeView(shown.ask, [
    drawLead(),
    ...drawActions(shown, scene),
    ...drawWaiting(waiting, { mayCreate, names }),
    ...drawHomeProfiles(shown, scene),
    ...drawRecentChanges(recent),
    ...(settings === undefined
      ? []
      : [...drawSettings(settings, scene), ...drawLeaving(settings.mayAdminister, scene)]),
    drawHelpLine(profiles.kind !== "refused", scene),
  ]);
}

/** In the place of a home that could not be drawn. */
export function drawBrokenHome(ask: ListAsk, { blocks }: Notice): HomeView {
  return homeView(ask, [drawLead(), ...blocks, actions("home-check-do", checkButton(ask))]);
}

/** What somebody looked at in the home that Slack tells us of; the active profiles at first. */
export function readHomeAsk(metadata: string): ListAsk {
  return readListAsk(metadata === "" ? "list active" : metadata);
}

function homeView(ask: ListAsk, blocks: KnownBlock[]): HomeView {
  return { type: "home", private_metadata: printListAsk(ask), blocks };
}

function drawLead(): KnownBlock {
  return section(
    "home-lead",
    markup(
      "*ICP profiles say which companies and people your team sells to.*\nCreate, find and share them here. This app is for Kashew, not by Kashew.",
    ),
  );
}

/** One to three, by what this person may do. An empty list has its own. */
function drawActions({ profiles, settings, waiting }: Home, { supportUrl }: HomeScene): KnownBlock[] {
  const isListed = profiles.kind === "listed";
  const isEmpty = isListed && profiles.page.total === 0;
  const buttons: Button[] = [
    ...(isListed && profiles.mayCreate && !isEmpty ? [newProfileButton("primary")] : []),
    ...(settings?.lacksScope && !isEmpty && waiting.own === undefined ? [requestButton("create")] : []),
    ...(isListed ? [button("run:help", { text: "Help", value: "help" })] : []),
    ...(supportUrl === undefined ? [] : [supportButton(supportUrl)]),
  ];
  return buttons.length === 0 ? [] : [actions("home-do", ...buttons)];
}

function drawLeaving(mayExport: boolean, { retentionDays }: HomeScene): KnownBlock[] {
  const days = retentionDays === 1 ? "1 day" : `${retentionDays} days`;
  const data =
    retentionDays === undefined
      ? "Profiles, settings, drafts and history stay until whoever operates this app deletes them."
      : `Profiles, settings, drafts and history are deleted after ${days}, unless it comes back before.`;
  return [
    header("home-leaving", "If the app is taken away"),
    section(
      "home-leaving-what",
      plain(`Its tokens and its key to Kashew are forgotten at once. ${data} What is in Kashew stays there.`),
      mayExport
        ? button(home.export, { text: "Export", value: "profiles", label: "Export all profiles" })
        : undefined,
    ),
  ];
}

/** Whoever is refused reads the same refusal from every command, help included. */
function drawHelpLine(hasHelp: boolean, { command, supportUrl }: HomeScene): KnownBlock {
  const support =
    supportUrl === undefined
      ? "Whoever operates this app helps with it."
      : "Get help leads to whoever helps with this app.";
  return context(
    "home-help",
    ...(hasHelp ? [markup(`\`${command} help\` lists what can be typed in any channel.`)] : []),
    plain(support),
  );
}
