import { Fault } from "../../errors.ts";
import type { Channels, Workplace } from "../listening/answer.ts";
import type { Respond } from "./respond.ts";
import type { SlackClient } from "./slack-clients.ts";
import { fromWebApi, isUnanswered, slackErrorOf } from "./web-fault.ts";

/** Where the app is no member, or may not see the channel at all. */
const elsewhere = ["not_in_channel", "channel_not_found"];

/**
 * Posts into the channel that was chosen in a form: as the app where it is a member, else through the form's
 * response_url, which names no message that could be rewritten.
 */
export function postTo({
  client,
  respond,
}: {
  client: SlackClient;
  respond: Respond | undefined;
}): Channels["post"] {
  return async (channelId, { kept, passing }) => {
    try {
      const { text, blocks } = kept;
      const { channel = channelId, ts = "" } = await client.chat.postMessage({
        channel: channelId,
        text,
        blocks: [...blocks],
      });
      return { kind: "kept", channel, ts };
    } catch (thrown) {
      const error = slackErrorOf(thrown);
      if (isUnanswered(thrown)) throw new Fault("post-unconfirmed", String(thrown), { cause: thrown });
      if (error === undefined) throw fromWebApi(thrown);
      if (!elsewhere.includes(error) || respond === undefined) return { kind: "refused" };
    }
    await respond({ response_type: "in_channel", text: passing.text, blocks: [...passing.blocks] });
    return { kind: "passing" };
  };
}

/** These say that the message is gone, or not the app's to change any more. Anything else passes, or can be undone. */
const final = ["cant_update_message", "channel_not_found", "edit_window_closed", "message_not_found"];

export function rewriteWith(client: SlackClient): Workplace["rewrite"] {
  return async ({ channel, ts }, { text, blocks }) => {
    try {
      await client.chat.update({ channel, ts, text, blocks: [...blocks] });
      return true;
    } catch (thrown) {
      if (final.includes(slackErrorOf(thrown) ?? "")) return false;
      throw fromWebApi(thrown);
    }
  };
}
