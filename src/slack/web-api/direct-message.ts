import type { UserId } from "../../rules/people.ts";
import type { Message } from "../notice.ts";
import type { SlackClient } from "./slack-clients.ts";
import { fromWebApi } from "./web-fault.ts";

/** Writes to one person as the app. Slack opens the conversation by itself. */
export function directMessages(client: SlackClient, userId: UserId) {
  return async ({ text, blocks }: Message): Promise<{ channel: string; ts: string }> => {
    try {
      const sent = await client.chat.postMessage({ channel: userId, text, blocks: [...blocks] });
      return { channel: sent.channel ?? userId, ts: sent.ts ?? "" };
    } catch (thrown) {
      throw fromWebApi(thrown);
    }
  };
}
