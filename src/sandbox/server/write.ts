import type { Actor } from "./actor.ts";
import { typeCommand } from "./command.ts";
import { locatePlace } from "./locate.ts";
import { postMessage } from "./messages.ts";

/** Slack's client takes no more in one message. */
const most = 12_000;

/** Sends what stands in the composer of a place: a slash command, or words for everybody there. */
export async function write(
  actor: Actor,
  { place: id, text }: { place: string; text: string },
): Promise<void> {
  const { world, person } = actor;
  const place = locatePlace(actor, id);
  if (place.kind === "app-home") throw new Error("Nobody can write in the app's home.");
  if (place.kind === "app-messages") throw new Error("Sending messages to this app has been turned off.");
  const line = text.trim();
  if (line === "") throw new Error("There is nothing to send.");
  if (line.length > most) {
    throw new Error(
      `Slack takes ${most.toLocaleString("en")} characters at once; these are ${line.length.toLocaleString("en")}.`,
    );
  }
  if (line.startsWith("/")) {
    await typeCommand({ ...actor, place: { kind: "channel", id: place.id } }, line);
    return;
  }
  postMessage(world, {
    channel: place.id,
    team: person.workspace,
    author: { kind: "person", id: person.id },
    text: asKept(line),
    blocks: [],
  });
}

/** As Slack keeps what people type. */
function asKept(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
