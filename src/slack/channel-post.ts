import type { WebClient } from "@slack/web-api";
import { Fault } from "../errors.ts";
import type { Message } from "./notice.ts";
import type { Respond } from "./respond.ts";
import { fromWebApi, isUnanswered, slackErrorOf } from "./web-fault.ts";

/** Where the app is no member, or may not see the channel at all. */
const elsewhere = ["not_in_channel", "channel_not_found"];

/**
 * Posts into the channel that was chosen in a form: as the app where it is a member, else through the form's
 * response_url. False where Slack takes neither.
 */
export function postTo({ client, respond }: { client: WebClient; respond: Respond | undefined }) {
  return async (channelId: string, { text, blocks }: Message): Promise<boolean> => {
    try {
      await client.chat.postMessage({ channel: channelId, text, blocks: [...blocks] });
      return true;
    } catch (thrown) {
      const error = slackErrorOf(thrown);
      if (isUnanswered(thrown)) throw new Fault("post-unconfirmed", String(thrown), { cause: thrown });
      if (error === undefined) throw fromWebApi(thrown);
      if (!elsewhere.includes(error) || respond === undefined) return false;
    }
    await respond({ response_type: "in_channel", text, blocks: [...blocks] });
    return true;
  };
}
