import type { MultiSelect, Select } from "@slack/types";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { ChoiceGroup } from "./choices.ts";
import { matching, peopleChoices, placeChoices, staticChoices } from "./choices.ts";
import type { Spot } from "./element.ts";
import { SlackContext } from "./slack.ts";
import { useItsSurface } from "./surface.ts";
import type { Offer, TypeAhead } from "./type-ahead.ts";
import { createTypeAhead } from "./type-ahead.ts";

/** Slack asks from the third character on, unless the menu says otherwise. */
const defaultLeast = 3;
const delay = 100;

interface MenuChoices {
  /** All that could be chosen, as far as the page knows. */
  known: ChoiceGroup[];
  /** What is offered for what was typed. */
  offer: Offer;
  types(query: string): void;
  closes(): void;
}

/** Where a menu's options come from: the app's payload, the app itself, or who and what there is. */
export function useMenuChoices(spot: Spot<Select | MultiSelect>): MenuChoices {
  const { scene } = useContext(SlackContext);
  const surface = useItsSurface();
  const [query, setQuery] = useState("");
  const [offer, show] = useState<Offer>({ kind: "loads" });
  const typeAhead = useRef<TypeAhead | undefined>(undefined);
  const { element } = spot;
  // The surface of now, not the one of when the menu was first drawn.
  const ask = useRef(surface.ask);
  ask.current = surface.ask;

  useEffect(() => () => typeAhead.current?.stops(), []);

  if (element.type === "external_select" || element.type === "multi_external_select") {
    const { min_query_length: least = defaultLeast } = element;
    typeAhead.current ??= createTypeAhead({ least, delay, ask: (text) => ask.current(spot, text), show });
    return {
      known: [],
      offer,
      types: typeAhead.current.types,
      closes: typeAhead.current.stops,
    };
  }
  const known = localChoices();
  return {
    known,
    offer: { kind: "offers", groups: matching(known, query) },
    types: setQuery,
    closes: () => setQuery(""),
  };

  function localChoices(): ChoiceGroup[] {
    switch (element.type) {
      case "static_select":
      case "multi_static_select":
        return staticChoices(element);
      case "users_select":
      case "multi_users_select":
        return peopleChoices(scene);
      case "channels_select":
      case "multi_channels_select":
      case "conversations_select":
      case "multi_conversations_select":
        return placeChoices(scene, element);
      default:
        return [];
    }
  }
}
