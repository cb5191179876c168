import type { Place } from "./protocol.ts";

/** What a conversation menu may say of the conversations that it offers. */
interface ConversationMenu {
  type: string;
  filter?: unknown;
}

/** Whether a conversation or channel menu offers a place. The page and the server ask the same. */
export function offersPlace(menu: ConversationMenu, place: Pick<Place, "kind" | "isShared">): boolean {
  if (place.kind === "app-home") return false;
  if (menu.type.endsWith("channels_select")) return place.kind === "public";
  const { include, exclude_external_shared_channels, exclude_bot_users } = readFilter(menu.filter);
  const kind = place.kind === "app-messages" ? "im" : place.kind;
  if (include !== undefined && !include.includes(kind)) return false;
  if (exclude_external_shared_channels === true && place.isShared) return false;
  return !(exclude_bot_users === true && kind === "im");
}

function readFilter(filter: unknown): {
  include?: readonly unknown[];
  exclude_external_shared_channels?: unknown;
  exclude_bot_users?: unknown;
} {
  return typeof filter === "object" && filter !== null ? filter : {};
}
