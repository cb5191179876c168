import { expect, it } from "vitest";
import type { Actor } from "../../../src/sandbox/server/actor.ts";
import { readView } from "../../../src/sandbox/server/block-kit.ts";
import { createFaults } from "../../../src/sandbox/server/faults.ts";
import { mergeValues } from "../../../src/sandbox/server/merge-values.ts";
import { defaultSeed } from "../../../src/sandbox/server/seed.ts";
import { openModal } from "../../../src/sandbox/server/views.ts";
import { createWorld } from "../../../src/sandbox/server/world.ts";
import { input, modal } from "./block-kit.ts";

const richText = { type: "rich_text", elements: [] };

it.each([
  ["datetimepicker", "selected_date_time", 1_779_192_000, 1.5, "1.5 is not a moment"],
  ["rich_text_input", "rich_text_value", richText, "words", "Only rich text can be typed here."],
  ["file_input", "files", [], [{ id: "F1" }], "A file_input is not available in this sandbox."],
])("takes from a %s what its %s may be", (type, field, good, bad, error) => {
  const { actor, view } = openField(type);
  const merge = (held: unknown) =>
    mergeValues(actor, { kind: "view", view }, { field: { value: { type, [field]: held } } });
  expect(() => merge(bad)).toThrow(error);
  merge(good);
  expect(view.values.field?.value).toEqual({ type, [field]: good });
});

function openField(type: string) {
  const world = createWorld({
    seed: defaultSeed(),
    now: Date.now,
    ackDeadlineMs: 0,
    faults: createFaults(),
    levers: [],
    appState: undefined,
  });
  const [person] = world.seed.people;
  if (person === undefined) throw new Error("The seed has nobody.");
  const actor: Actor = { world, person, place: { kind: "home" } };
  const body = readView(modal([input("Field", { type })]));
  return { actor, view: openModal(world, { person: person.id, team: "T0ACME", channel: undefined, body }) };
}
