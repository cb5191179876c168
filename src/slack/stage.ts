import type { ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { fromWebApi, slackErrorOf } from "./web-fault.ts";

/** Where the person's modals stand. What Slack refuses is thrown as a `Fault`. */
export interface Stage {
  /** Puts a modal on top of what is open and answers its view id. Takes the trigger, which works once. */
  open(view: ModalView): Promise<string>;
  /** Redraws a modal. One that was closed meanwhile stays closed. */
  redraw(viewId: string, view: ModalView): Promise<void>;
  /** The modal in which something was pressed. */
  readonly current: string | undefined;
}

export function createStage({
  client,
  triggerId,
  current,
}: {
  client: WebClient;
  triggerId: string;
  current?: string | undefined;
}): Stage {
  return {
    current,
    async open(view) {
      const ask = { trigger_id: triggerId, view };
      try {
        const { view: opened } = await (current === undefined
          ? client.views.open(ask)
          : client.views.push(ask));
        return opened?.id ?? "";
      } catch (thrown) {
        throw fromWebApi(thrown);
      }
    },
    async redraw(viewId, view) {
      try {
        await client.views.update({ view_id: viewId, view });
      } catch (thrown) {
        if (slackErrorOf(thrown) !== "not_found") throw fromWebApi(thrown);
      }
    },
  };
}
