import type { KnownBlock, ModalView } from "@slack/types";
import type { ConnectionState } from "../../rules/connection.ts";
import type { Profile } from "../../rules/profile.ts";
import type { ShowConnectionAnswer } from "../../usecases/show-connection.ts";
import { actions, button, context, dateOf, markup, plain, section } from "../blocks.ts";
import type { Notice } from "../notice.ts";
import { connectForm } from "./connect-form.ts";
import { connected, connection } from "./connection-ids.ts";
import { drawRow } from "./profile-list.ts";
import { nameOf, profilesCounted } from "./profile-words.ts";

type Connected = Extract<ShowConnectionAnswer, { kind: "connected" }>;

/** In words. */
export const connectionStates: Record<ConnectionState, string> = {
  ok: "The key works.",
  broken: "Kashew doesn’t take this key any more. Replace it.",
  plan: "Its plan in Kashew includes no ICP profiles. They need Pro or higher.",
  "read-only": "The key may read profiles and not create any: it lacks the scope icp:write.",
};

/** How the workspace stands with Kashew. `remark` says what has just happened. */
export function drawConnection(shown: Connected, { remark }: { remark?: string } = {}): ModalView {
  const { connection: held, keptHere, requestsThisHour, writes } = shown;
  const { state, shownKey, connectedAt, connectedBy } = held;
  return {
    type: "modal",
    callback_id: "kashew-connection",
    title: plain("Kashew"),
    close: plain("Close"),
    blocks: [
      ...(remark === undefined ? [] : [section("connection-remark", plain(remark))]),
      section("connection-state", markup(`*Profiles are kept in Kashew.*\n${connectionStates[state]}`)),
      context(
        "connection-facts",
        markup(
          `Key \`${shownKey}\` · ${dateOf(connectedAt, "Connected {date_short_pretty}")} by ${nameOf(connectedBy)}`,
        ),
        plain(
          `From here, about: requests this hour ${requestsThisHour}, writes today ${writes.used}. The key may be used elsewhere, too.`,
        ),
      ),
      ...copying(keptHere),
      actions(
        "connection-do",
        ...(state === "ok" || state === "broken"
          ? []
          : [button(connection.check, { text: "Check again", value: "kashew", style: "primary" })]),
        button(connectForm.open, { text: state === "broken" ? "Reconnect" : "Replace key", value: "kashew" }),
        {
          ...button(connection.disconnect, { text: "Disconnect", value: "kashew", style: "danger" }),
          confirm: {
            title: plain("Disconnect Kashew?"),
            text: plain(
              "The key is forgotten at once. What is in Kashew stays there; the profiles that are kept here are shown again.",
            ),
            confirm: plain("Disconnect"),
            deny: plain("Cancel"),
            style: "danger",
          },
        },
      ),
    ],
  };
}

/** The end of connecting: what was found there. */
export function drawConnected(found: {
  readonly total: number;
  readonly newest: readonly Profile[];
  readonly keptHere: number;
  /** The command's name here. */
  readonly command: string;
}): ModalView {
  const { total, newest, keptHere, command } = found;
  const more =
    total > newest.length ? [context("connected-more", plain(`${command} list shows all ${total}.`))] : [];
  return {
    type: "modal",
    callback_id: connected.id,
    title: plain("Kashew"),
    close: plain("Done"),
    blocks: [
      section("connected", markup(`*Connected. ${profilesCounted(total)} found.*`)),
      ...newest.flatMap(drawRow),
      ...more,
      ...copying(keptHere),
    ],
  };
}

export function drawDisconnected(): Notice {
  const text =
    "Disconnected. The key is forgotten, and what is in Kashew stays there. Profiles are kept in this workspace from now on.";
  return { title: "Kashew", text, blocks: [section("disconnected", plain(text))] };
}

/** What the ICP admins are told, once, when Kashew takes the key no more. */
export function drawBroken(shownKey: string): Notice {
  const text = "Kashew doesn’t take this workspace’s key any more, so nobody here sees the ICP profiles.";
  return {
    title: "Kashew",
    text: `${text} Reconnect with a new key.`,
    blocks: [
      section("broken", plain(text)),
      context(
        "broken-key",
        markup(`The key is \`${shownKey}\`. It was sent once, to at most five ICP admins.`),
      ),
      actions(
        "broken-do",
        button(connectForm.open, { text: "Reconnect", value: "kashew", style: "primary" }),
      ),
    ],
  };
}

function copying(keptHere: number): KnownBlock[] {
  if (keptHere === 0) return [];
  const text = `${profilesCounted(keptHere)} ${keptHere === 1 ? "is" : "are"} kept in this workspace, too, and not shown while it is connected.`;
  return [
    section(
      "connection-copy",
      plain(text),
      button(connection.copy, { text: "Copy to Kashew", value: "kashew" }),
    ),
  ];
}
