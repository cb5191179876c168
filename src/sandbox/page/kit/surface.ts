import type { Confirm } from "@slack/types";
import { createContext } from "preact";
import { useContext, useRef, useState } from "preact/hooks";
import type { On, Values } from "../../server/protocol.ts";
import type { ChoiceGroup } from "./choices.ts";
import { staticChoices } from "./choices.ts";
import type { Edits, Place } from "./edits.ts";
import { allValues, noEdits, placesIn, survivors, toldAll, valueAt, withEdit } from "./edits.ts";
import { heldIn, holds, toStateValue } from "./held.ts";
import { SlackContext } from "./slack.ts";

/** A confirmation that is being asked for. */
export interface Asked {
  confirm: Confirm;
  answer(isSure: boolean): void;
}

/** What stands on a modal, the home or a message, and what a person may do with it. */
export interface Surface {
  on: On;
  held(place: Place): unknown;
  /** Keeps what a person entered, without telling anybody. */
  keep(place: Place, held: unknown): void;
  /** Tells the app that an element was used, or what it holds now, once the person is sure of it. Answers whether they were. */
  tell(place: Place, use: { held?: unknown; confirm?: Confirm | undefined }): Promise<boolean>;
  isTelling(place: Place): boolean;
  ask(place: Place, query: string): Promise<ChoiceGroup[]>;
  /** Everything that it holds now; from here on the server knows it. */
  handOver(): Values;
  asked: Asked | undefined;
}

export interface SurfaceProps {
  on: On;
  blocks: readonly unknown[];
  values: Values;
}

/** A surface with its edits; they go when it goes. */
export function useSurface({ on, blocks, values }: SurfaceProps): Surface {
  const slack = useContext(SlackContext);
  const [, redraw] = useState(0);
  const places = placesIn(blocks);
  const edits = useRef<Edits>(noEdits);
  edits.current = survivors(edits.current, places, values);
  const telling = useRef<readonly string[]>([]);
  const [asked, setAsked] = useState<Asked>();

  const surface: Surface = {
    on,
    asked,
    held: (place) => heldIn(valueAt(place, values, edits.current)),
    keep(place, held) {
      const value = toStateValue(place.element.type, held);
      edits.current = withEdit(edits.current, values, { place, value });
      redraw((count) => count + 1);
    },
    async tell(place, { held, confirm }) {
      if (confirm !== undefined && !(await sure(confirm))) return false;
      const { type, action_id: action = "" } = place.element;
      if (held !== undefined && holds(type)) surface.keep(place, held);
      nowTelling([...telling.current, idOf(place)]);
      await slack.act({
        do: "uses",
        on,
        block: place.blockId,
        action,
        ...(held !== undefined && { value: toStateValue(type, held) }),
        values: surface.handOver(),
      });
      nowTelling(without(telling.current, idOf(place)));
      return true;
    },
    isTelling: (place) => telling.current.includes(idOf(place)),
    async ask(place, query) {
      const action = place.element.action_id ?? "";
      const { groups = [], error } = await slack.act({ do: "asks", on, block: place.blockId, action, query });
      if (error !== undefined) throw new Error(error);
      return groups.map(({ label, options }) => ({
        ...(label !== undefined && { label }),
        choices: staticChoices({ options: options as never[] }).flatMap((group) => group.choices),
      }));
    },
    handOver() {
      const all = allValues(places, values, edits.current);
      edits.current = toldAll(edits.current);
      return all;
    },
  };

  function nowTelling(ids: readonly string[]): void {
    telling.current = ids;
    redraw((count) => count + 1);
  }

  function sure(confirm: Confirm): Promise<boolean> {
    return new Promise((resolve) => {
      setAsked({
        confirm,
        answer(isSure) {
          setAsked(undefined);
          resolve(isSure);
        },
      });
    });
  }

  return surface;
}

/** The surface that an element stands on. */
export const SurfaceContext = createContext<Surface | undefined>(undefined);

export function useItsSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === undefined) throw new Error("An element stands on no surface.");
  return surface;
}

function idOf({ blockId, element }: Place): string {
  return JSON.stringify([blockId, element.action_id]);
}

function without(all: readonly string[], id: string): string[] {
  const at = all.indexOf(id);
  return all.filter((_one, index) => index !== at);
}
