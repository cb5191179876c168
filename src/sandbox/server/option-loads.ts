import { z } from "zod";
import { judgeOptions } from "../judge/judge.ts";
import type { Actor } from "./actor.ts";
import type { Option } from "./block-kit.ts";
import { OptionGroup, Option as OptionShape } from "./block-kit.ts";
import type { Outcome } from "./deliver.ts";
import { deliverInteraction } from "./deliver.ts";
import type { Found } from "./finds.ts";
import { parseIfJson } from "./json.ts";
import { blockSuggestionPayload } from "./payloads.ts";
import { recordComplaints } from "./record.ts";
import { toast } from "./toasts.ts";

/** Slack asks only from this many characters on, unless the menu says otherwise. */
const defaultQueryLength = 3;

const OptionsAnswer = z.object({
  options: z.array(OptionShape).optional(),
  option_groups: z.array(OptionGroup).optional(),
});

/** More than anybody holds chips of. */
const everKept = 2000;

/** Options under a label, or under none. */
export interface OfferGroup {
  label?: string;
  options: Option[];
}

/** Per view or message, and menu: what stands in it now, and what stood in it before. */
const menus = new WeakMap<object, Map<string, { now: OfferGroup[]; ever: Option[] }>>();

/** What a type-ahead offers for a query. */
export async function loadOptions(actor: Actor, found: Found, query: string): Promise<Option[]> {
  return (await loadGroups(actor, found, query)).flatMap(({ options }) => options);
}

/** The same in groups. An empty, late or refused answer leaves the previous one standing, as Slack does. */
export async function loadGroups(actor: Actor, found: Found, query: string): Promise<OfferGroup[]> {
  const { world, person } = actor;
  const { surface, spot } = found;
  const least = spot.element.min_query_length ?? defaultQueryLength;
  if (query.length < least) {
    throw new Error(`This menu asks the app only from ${least} characters on; “${query}” is shorter.`);
  }
  const payload = blockSuggestionPayload(world, { person, surface, spot, query });
  const offered = readOffer(actor, await deliverInteraction(world, payload, person.id));
  const menu = menuOf(actor, found);
  if (offered.some(({ options }) => options.length > 0)) {
    menu.now = offered;
    menu.ever = [...menu.ever, ...offered.flatMap(({ options }) => options)].slice(-everKept);
  }
  return menu.now;
}

/** Everything that a type-ahead has offered so far: a chip stays when the query changes. */
export function offeredBefore(actor: Actor, found: Found): readonly Option[] {
  return menuOf(actor, found).ever;
}

function menuOf({ person }: Actor, { surface, spot }: Found): { now: OfferGroup[]; ever: Option[] } {
  const shown = surface.kind === "view" ? surface.view : surface.message;
  const ofShown = menus.get(shown) ?? new Map<string, { now: OfferGroup[]; ever: Option[] }>();
  menus.set(shown, ofShown);
  const key = `${person.id} ${spot.block.block_id} ${spot.element.action_id}`;
  const menu = ofShown.get(key) ?? { now: [], ever: [] };
  ofShown.set(key, menu);
  return menu;
}

function readOffer(actor: Actor, outcome: Outcome): OfferGroup[] {
  const { world, person } = actor;
  if (outcome.kind !== "answered" || outcome.status !== 200) {
    toast(world, person.id, "The options could not be loaded.");
    return [];
  }
  const answer = parseIfJson(outcome.body);
  const complaints = judgeOptions(answer);
  recordComplaints(world, outcome.exchange, complaints);
  const read = OptionsAnswer.safeParse(answer);
  if (complaints.length > 0 || !read.success) return [];
  const { options = [], option_groups = [] } = read.data;
  return [
    ...(options.length > 0 ? [{ options }] : []),
    ...option_groups.map((group) => ({ label: group.label.text, options: group.options })),
  ];
}
