import { channelById, personById } from "./lookup.ts";
import { readable } from "./words.ts";
import type { World } from "./world.ts";

/** A person, a place or whatever else an element holds, by the name that people know. */
export function nameOf(world: World, held: unknown): string {
  if (typeof held !== "string") return typeof held === "object" ? JSON.stringify(held) : String(held);
  const channel = channelById(world, held);
  return channel === undefined ? (personById(world, held)?.realName ?? held) : `#${channel.name}`;
}

export function textOf(world: World, text: unknown): string {
  return anyText(world, text).join("\n");
}

/** Every text in a block of any kind, in order. */
export function anyText(world: World, node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap((one) => anyText(world, one));
  if (typeof node !== "object" || node === null) return [];
  if ("text" in node && typeof node.text === "string") {
    const mrkdwn = "type" in node && node.type === "mrkdwn";
    return [mrkdwn ? readable(world, node.text) : node.text];
  }
  if ("type" in node && node.type === "rich_text") return [richText(world, node)];
  return Object.values(node).flatMap((one) => anyText(world, one));
}

/** Rich text is structured: nothing in it is parsed. */
export function richText(world: World, node: unknown): string {
  if (Array.isArray(node)) return node.map((one) => richText(world, one)).join("");
  if (typeof node !== "object" || node === null) return "";
  const { type, text, elements, user_id, channel_id, url, name, style, fallback } = node as Record<
    string,
    unknown
  >;
  switch (type) {
    case "text":
      return String(text);
    case "user":
      return `@${nameOf(world, user_id)}`;
    case "channel":
      return nameOf(world, channel_id);
    case "link":
      return String(text ?? url);
    case "emoji":
      return `:${String(name)}:`;
    case "date":
      return String(fallback ?? "");
    case "rich_text_list": {
      const items = Array.isArray(elements) ? elements : [];
      return items
        .map((item, at) => `${style === "ordered" ? `${at + 1}.` : "•"} ${richText(world, item)}\n`)
        .join("");
    }
    default:
      return `${richText(world, elements)}\n`;
  }
}
