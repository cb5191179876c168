import type { Button, KnownBlock } from "@slack/types";
import type { UserId } from "../../rules/people.ts";
import { isNearLimit, plans } from "../../rules/plan.ts";
import type { HomeSettings } from "../../usecases/show-home.ts";
import { actions, button, dateOf, header, markup, section } from "../blocks.ts";
import { adminsOf, sourcesOf, writerNames } from "./access-shown.ts";
import { connectionStates } from "./connection.ts";
import { peopleNamed } from "./people-named.ts";
import { nameOf } from "./profile-words.ts";

/** How the app stands here, and where each value comes from. */
export function drawSettings(
  settings: HomeSettings,
  { installer }: { installer: UserId | undefined },
): KnownBlock[] {
  const { access, mayAdminister } = settings;
  const { writers, chosen, guestsMayLook, changedBy } = access;
  const from = sourcesOf(access);
  const people = writers === "chosen" ? `: ${peopleNamed(chosen)}` : "";
  const last = changedBy === undefined ? "" : ` Last changed by <@${changedBy}>.`;
  return [
    header("home-settings", "How it stands here"),
    setting("kept", "Profiles", ...keptWords(settings)),
    setting("plan", "Plan", ...planWords(settings)),
    setting(
      "writers",
      "Who may create and change profiles",
      `${writerNames[writers]}${people}.`,
      from.writers,
    ),
    setting("guests", "Guests", guestsMayLook ? "May look." : "Can’t see profiles.", from.guestsMayLook),
    setting("admins", "ICP admins", `${adminsOf(access, installer)}.`, `${from.icpAdmins}${last}`),
    actions("home-settings-do", ...settingButtons(mayAdminister)),
  ];
}

function settingButtons(mayAdminister: boolean): Button[] {
  const access = { text: mayAdminister ? "Set who may do what" : "Who may do what", value: "access" };
  return [
    button("run:access", access),
    ...(mayAdminister ? [button("run:connect", { text: "Kashew connection", value: "connect" })] : []),
  ];
}

function keptWords({ connection }: HomeSettings): [value: string, source: string] {
  if (connection === undefined) {
    return [
      "Kept in this workspace’s own file, where this app runs.",
      "They are kept there until Kashew is connected.",
    ];
  }
  const { state, connectedAt, connectedBy, shownKey } = connection;
  const since = dateOf(connectedAt, "Connected {date_short_pretty}");
  return [
    `Kept in Kashew. ${connectionStates[state]} Its API changes and archives no profile, so nothing can be undone here.`,
    `${since} by ${nameOf(connectedBy)}, with the key \`${shownKey}\`.`,
  ];
}

function planWords({ plan, isPlanSet, connection, writes }: HomeSettings): [value: string, source: string] {
  const { name, includesProfiles } = plans[plan];
  const left = Math.max(0, writes.limit - writes.used);
  const about = writes.isEstimate ? "About " : "";
  const near =
    includesProfiles && isNearLimit(writes) ? ` ${about}${left} of ${writes.limit} writes left today.` : "";
  if (connection !== undefined) return [`Kashew’s own counts.${near}`, "Kashew says what it includes."];
  const source = isPlanSet
    ? "Set for this workspace by the operator."
    : "Not set for this workspace: the operator’s DEFAULT_PLAN.";
  return [`${name}.${near}`, source];
}

function setting(id: string, label: string, value: string, source: string): KnownBlock {
  return section(`home-${id}`, markup(`*${label}*\n${value}\n_${source}_`));
}
