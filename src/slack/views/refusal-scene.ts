import type { Button, KnownBlock } from "@slack/types";
import type { UserId } from "../../rules/people.ts";
import { actions, button, context, markup, messageText, plain, section } from "../blocks.ts";
import type { Notice } from "../notice.ts";
import { peopleNamed } from "./people-named.ts";

/** What the words of a refusal need to know beside the refusal. */
export interface RefusalScene {
  readonly workspaceName: string;
  /** Who can help; empty where Slack has not told. */
  readonly admins: readonly UserId[];
  /** The command to run again once that may help. Missing where a form waits below the refusal. */
  readonly again?: string;
}

/** Stands in the ids of the refusal's blocks. */
type RefusalId = "scope" | "admin" | "plan" | "connection" | "standing";

interface Parts {
  readonly title: string;
  readonly text: string;
  /** What is said first, where it is not the text. */
  readonly lead?: string;
  /** Who can help, in markup. */
  readonly who?: string | undefined;
  readonly notes?: readonly string[];
  readonly buttons?: readonly Button[];
  /** What a modal cannot be answered with. */
  readonly buttonsInMessage?: readonly Button[];
}

/** A message names who can help in its top-level text, too, where a modal has none. */
export function drawRefused(id: RefusalId, parts: Parts): Notice {
  const { title, text, lead, who, notes = [], buttons = [], buttonsInMessage = [] } = parts;
  const below = [...(who === undefined ? [] : [markup(who)]), ...notes.map((note) => plain(note))];
  const blocks = [
    section(id, lead === undefined ? plain(text) : markup(lead)),
    ...(below.length === 0 ? [] : [context(`${id}-who`, ...below)]),
  ];
  const doing = (shown: readonly Button[]): KnownBlock[] =>
    shown.length === 0 ? [] : [actions(`${id}-do`, ...shown)];
  return {
    title,
    text,
    blocks: [...blocks, ...doing(buttons)],
    message: {
      text: who === undefined ? messageText(text) : `${messageText(text)} ${who}`,
      blocks: [...blocks, ...doing([...buttons, ...buttonsInMessage])],
    },
  };
}

/** Those who look after the app, as far as Slack has told. */
export function adminsHere({ admins }: RefusalScene): string | undefined {
  return admins.length === 0 ? undefined : `Here: ${peopleNamed(admins)}.`;
}

export function againButton(text: string, { again }: RefusalScene, id = "run:again"): Button[] {
  return again === undefined ? [] : [button(id, { text, value: again })];
}

export const draftKept = "What you typed is kept for 7 days, for you alone.";
