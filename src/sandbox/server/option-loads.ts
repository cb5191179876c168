import { z } from "zod";
import { judgeOptions } from "../judge/judge.ts";
import type { Actor } from "./actor.ts";
import type { Option } from "./block-kit.ts";
import { OptionGroup, Option as OptionShape } from "./block-kit.ts";
import type { Outcome } from "./deliver.ts";
import { deliverInteraction } from "./deliver.ts";
import type { Found } from "./finds.ts";
import { blockSuggestionPayload } from "./payloads.ts";
import { recordComplaints } from "./record.ts";
import { toast } from "./world.ts";

/** Slack asks only from this many characters on, unless the menu says otherwise. */
const defaultQueryLength = 3;

const OptionsAnswer = z.object({
  options: z.array(OptionShape).optional(),
  option_groups: z.array(OptionGroup).optional(),
});

const standing = new WeakMap<object, Map<string, Option[]>>();

/** What a type-ahead offers for a query. An empty, late or refused answer leaves the previous one standing, as Slack does. */
export async function loadOptions(actor: Actor, found: Found, query: string): Promise<Option[]> {
  const { world, person } = actor;
  const { surface, spot } = found;
  const least = spot.element.min_query_length ?? defaultQueryLength;
  if (query.length < least) {
    throw new Error(`This menu asks the app only from ${least} characters on; “${query}” is shorter.`);
  }
  const payload = blockSuggestionPayload(world, { person, surface, spot, query });
  const outcome = await deliverInteraction(world, payload, person.id);
  const shown = surface.kind === "view" ? surface.view : surface.message;
  const menus = standing.get(shown) ?? new Map<string, Option[]>();
  const key = `${person.id} ${spot.block.block_id} ${spot.element.action_id}`;
  const offered = readOffer(actor, outcome);
  if (offered.length > 0) standing.set(shown, menus.set(key, offered));
  return menus.get(key) ?? [];
}

function readOffer(actor: Actor, outcome: Outcome): Option[] {
  const { world, person } = actor;
  if (outcome.kind !== "answered" || outcome.status !== 200) {
    toast(world, person.id, "The options could not be loaded.");
    return [];
  }
  const answer = parse(outcome.body);
  const complaints = judgeOptions(answer);
  recordComplaints(world, outcome.exchange, complaints);
  const read = OptionsAnswer.safeParse(answer);
  if (complaints.length > 0 || !read.success) return [];
  return [...(read.data.options ?? []), ...(read.data.option_groups ?? []).flatMap((group) => group.options)];
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
