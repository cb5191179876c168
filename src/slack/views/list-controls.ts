import type { ExternalSelect, KnownBlock, StaticSelect } from "@slack/types";
import type { ListAsk } from "../../stores/profile-store.ts";
import { actions, button, menuId, option, plain } from "../blocks.ts";
import { printListAsk } from "../commands/list-ask.ts";

export const profileList = {
  details: "profile-details",
  filter: "list-filter",
  find: "profile-find",
} as const;

/** What a list's controls are called, which tells where it stands. */
export interface ListPlace {
  /** What stands before the colon in the id of a button whose value is the list's own command. */
  readonly turn: string;
  readonly filter: string;
  /** Tells its menus apart from those that stood there before. */
  readonly menus?: string | undefined;
}

export const inMessage: ListPlace = { turn: "run", filter: profileList.filter };

/** A type-ahead over all names; what is chosen opens with every field. */
export function drawFindMenu(menus?: string): ExternalSelect {
  return {
    type: "external_select",
    action_id: menuId(profileList.find, menus),
    placeholder: plain("Find a profile by name"),
    min_query_length: 0,
  };
}

/**
 * Finds one by its name, and filters those that are listed. What follows the colon in the block's id is the list's own
 * command, which the filter needs.
 */
export function drawFinding(ask: ListAsk, place: ListPlace = inMessage): KnownBlock {
  const filter: StaticSelect = {
    type: "static_select",
    action_id: place.filter,
    placeholder: plain("Show"),
    options: Object.entries(states).map(([value, text]) => option(value, text)),
    initial_option: option(ask.state, states[ask.state]),
  };
  return actions(`${place.filter}:${printListAsk(ask)}`, drawFindMenu(place.menus), filter);
}

const states = { all: "All profiles", active: "Active only", paused: "Paused only" } as const;

export function showAllButton(total: number, place = inMessage) {
  return button(`${place.turn}:all`, { text: `Show all ${total}`, value: "list" });
}

export function newProfileButton(style?: "primary") {
  return button("run:new", {
    text: "New profile",
    value: "new",
    ...(style === undefined ? {} : { style }),
  });
}
