import type { AckFn, RespondArguments } from "@slack/bolt";
import { Fault } from "../../errors.ts";
import type { Message } from "../notice.ts";
import { noticeModal } from "../notice.ts";
import type { Respond } from "../web-api/respond.ts";
import type { Replies } from "./perform.ts";
import type { Stage } from "./stage.ts";

/** Slack wants an ack within 3 s; an answer that is ready by then rides in it. */
const ackWithinMs = 2000;

export interface CommandReplies extends Replies {
  /** Acks if nothing was answered. */
  end(): Promise<void>;
}

/** A command is answered once, for the person alone: in the ack if the answer comes in time, else after it. */
export function commandReplies({
  ack,
  respond,
  acked,
}: {
  ack: AckFn<string | RespondArguments>;
  respond: Respond;
  acked: () => void;
}): CommandReplies {
  let isAcked = false;
  const ackOnce = async (answer?: RespondArguments): Promise<boolean> => {
    if (isAcked) return false;
    isAcked = true;
    clearTimeout(timer);
    await ack(answer);
    acked();
    return true;
  };
  const timer = setTimeout(() => void ackOnce(), ackWithinMs);
  const reply = async ({ text, blocks }: Message) => {
    const answer: RespondArguments = { response_type: "ephemeral", text, blocks: [...blocks] };
    if (!(await ackOnce(answer))) await respond(answer);
  };
  return {
    message: reply,
    notice: reply,
    end: async () => void (await ackOnce()),
  };
}

/** Where there is nothing to answer: after a shortcut. */
export const shortcutReplies: Replies = {
  message: () => Promise.reject(new Error("a shortcut cannot be answered with a message")),
};

/** In the app's home and in a modal no message can stand: what one would say opens on top of the one, in place of the other. */
export function viewReplies({ current, open, redraw }: Pick<Stage, "current" | "open" | "redraw">): Replies {
  return {
    async message({ blocks }) {
      const view = noticeModal({ title: "ICP profiles", text: "", blocks });
      if (current === undefined) return void (await open(view));
      if ((await redraw(current, view)) === "closed")
        throw new Fault("reply-expired", "the modal was closed");
    },
  };
}

/**
 * A button's answer. On a message that only this person sees, what was asked for takes the message's place; what
 * stands in the way comes below it, so that the controls stay.
 */
export function actionReplies({
  respond,
  isOwnMessage,
}: {
  respond: Respond | undefined;
  isOwnMessage: boolean;
}): Replies {
  if (respond === undefined) return shortcutReplies;
  const send = ({ text, blocks }: Message, replace: boolean) =>
    respond({ response_type: "ephemeral", replace_original: replace, text, blocks: [...blocks] });
  return {
    message: (message) => send(message, isOwnMessage),
    card: ({ text, blocks }) =>
      respond({ response_type: "in_channel", replace_original: true, text, blocks: [...blocks] }),
    notice: (message) => send(message, false),
  };
}
