import { channelById, personById } from "./lookup.ts";
import type { World } from "./world.ts";

/** mrkdwn as a person reads it: names for mentions, the fallback for dates, entities undone. Styling stays as typed. */
export function readable(world: World, text: string): string {
  return text
    .replaceAll(
      /<@([A-Z0-9]+)(?:\|[^>]*)?>/g,
      (_all, id: string) => `@${personById(world, id)?.realName ?? id}`,
    )
    .replaceAll(/<#([A-Z0-9]+)(?:\|[^>]*)?>/g, (_all, id: string) => `#${channelById(world, id)?.name ?? id}`)
    .replaceAll(/<!date\^[^|>]*\|([^>]*)>/g, "$1")
    .replaceAll(/<!([a-z]+)(?:\|[^>]*)?>/g, "@$1")
    .replaceAll(/<([a-z]+:[^|>]+)\|([^>]*)>/g, "$2")
    .replaceAll(/<([a-z]+:[^|>]+)>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** A text object: only mrkdwn is read for mentions and entities. */
export function wordsOf(world: World, text: { type: string; text: string } | undefined): string {
  if (text === undefined) return "";
  return text.type === "mrkdwn" ? readable(world, text.text) : text.text;
}
