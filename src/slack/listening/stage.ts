import type { ModalView } from "@slack/types";
import type { OwnRedraws } from "../own-redraws.ts";
import type { SlackClient } from "../web-api/slack-clients.ts";
import { fromWebApi, slackErrorOf } from "../web-api/web-fault.ts";

/** A modal that is open, and what it showed then: Slack gives each new content a new hash. */
export interface OpenModal {
  readonly id: string;
  readonly hash?: string | undefined;
}

/** `closed`: the person has closed the modal. `changed`: it shows something newer, which was left alone. */
export type Redrawn = "shown" | "closed" | "changed";

/** Where the person's modals stand. What Slack refuses is thrown as a `Fault`. */
export interface Stage {
  /**
   * Puts a modal on top of what is open, or in the place of the topmost one where Slack has no room for another and
   * nothing typed would be lost. Takes the trigger, which works once.
   */
  open(view: ModalView): Promise<OpenModal>;
  /** Redraws a modal as long as it shows what its hash says. */
  redraw(modal: OpenModal, view: ModalView): Promise<Redrawn>;
  /**
   * Redraws the form in which something was chosen, as `OwnRedraws` does. `changed` is also what shows something that is
   * not ours.
   */
  redrawForm(view: ModalView, how: { isAlike: boolean; isShown: boolean }): Promise<Redrawn>;
  /** The modal in which something was pressed. */
  readonly current: OpenModal | undefined;
  /** The one beneath that. Nobody can have done anything in it since. */
  readonly beneath: OpenModal | undefined;
}

/** Where a modal stands among those that are stacked. */
interface Stacked {
  readonly previous_view_id?: string | null | undefined;
  readonly root_view_id?: string | null | undefined;
}

/** Slack stacks three modals and no more. */
export function isThird({ previous_view_id: previous, root_view_id: root }: Stacked): boolean {
  return Boolean(previous) && Boolean(root) && previous !== root;
}

export function createStage({
  client,
  triggerId,
  current,
  ownRedraws,
}: {
  client: SlackClient;
  triggerId: string;
  ownRedraws: OwnRedraws;
  current?: (OpenModal & Stacked & { readonly submit?: unknown }) | undefined;
}): Stage {
  const beneath = current?.previous_view_id ?? undefined;
  return {
    current,
    beneath: beneath === undefined ? undefined : { id: beneath },
    async open(view) {
      const ask = { trigger_id: triggerId, view };
      try {
        if (current !== undefined && isThird(current) && !current.submit) {
          const { id, hash } = current;
          await client.views.update({ view_id: id, view, ...(hash !== undefined && { hash }) });
          return { id };
        }
        const { view: opened } = await (current === undefined
          ? client.views.open(ask)
          : client.views.push(ask));
        return { id: opened?.id ?? "" };
      } catch (thrown) {
        throw fromWebApi(thrown);
      }
    },
    redraw: (modal, view) => redraw(client, modal, view),
    async redrawForm(view, how) {
      // Without a hash it could take the place of whatever is there.
      if (current?.hash === undefined) return "changed";
      return ownRedraws.redraw(current, how, (form) => replaceForm(client, form, view));
    },
  };
}

/** The hash of what is shown then, or why nothing was changed. */
async function replaceForm(
  client: SlackClient,
  { id, hash }: OpenModal,
  view: ModalView,
): Promise<{ readonly hash: string } | Exclude<Redrawn, "shown">> {
  try {
    const answer = await client.views.update({ view_id: id, view, ...(hash !== undefined && { hash }) });
    return { hash: answer.view?.hash ?? "" };
  } catch (thrown) {
    return whyNotShown(thrown);
  }
}

/** Needs no trigger, and so may come late. */
export async function redraw(
  client: SlackClient,
  { id, hash }: OpenModal,
  view: ModalView,
): Promise<Redrawn> {
  try {
    await client.views.update({ view_id: id, view, ...(hash === undefined ? {} : { hash }) });
    return "shown";
  } catch (thrown) {
    return whyNotShown(thrown);
  }
}

function whyNotShown(thrown: unknown): Exclude<Redrawn, "shown"> {
  const error = slackErrorOf(thrown);
  if (error === "not_found") return "closed";
  if (error === "hash_conflict") return "changed";
  throw fromWebApi(thrown);
}
