import { messageValues } from "./messages.ts";
import type { ShownMessage, ShownView } from "./protocol.ts";
import type { SeedPerson } from "./seed.ts";
import type { Message, OpenView } from "./world.ts";

export function keyOf({ channel, ts }: Message): string {
  return `${channel}/${ts}`;
}

export function toShownMessage(message: Message, person: SeedPerson): ShownMessage {
  const { channel, ts, author, text, blocks } = message;
  return {
    key: keyOf(message),
    channel,
    ts,
    at: Math.round(Number(ts) * 1000),
    author,
    onlyVisibleToYou: message.onlyFor !== undefined,
    isEdited: message.edited,
    text,
    blocks,
    values: messageValues(message, person.id),
  };
}

export function toShownView({ id, hash, body, values, errors }: OpenView): ShownView {
  return {
    id,
    hash,
    title: body.title?.text ?? "",
    ...(body.submit && { submit: body.submit.text }),
    close: body.close?.text ?? (body.submit ? "Cancel" : "Close"),
    isSubmitDisabled: body.submit_disabled === true,
    blocks: body.blocks,
    values,
    errors,
  };
}
