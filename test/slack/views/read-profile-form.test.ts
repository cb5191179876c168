import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FormValues, ProfileDraft } from "../../../src/rules/profile.ts";
import { drawProfileForm } from "../../../src/slack/views/profile-form.ts";
import type { FormReading } from "../../../src/slack/views/read-profile-form.ts";
import { FormState, readProfileForm } from "../../../src/slack/views/read-profile-form.ts";
import { anyText } from "../../support/arbitraries.ts";
import { makeDraft } from "../../support/make-profile.ts";

const inputs = drawProfileForm({ nonce: "b2c9f6a0-5f0e-4d43-9a6f-0d8f6f6f2c11" }).blocks.flatMap((block) =>
  block.type === "input" ? [block.block_id ?? ""] : [],
);

describe("a state that no client sends", () => {
  const anyValue = fc.oneof(anyText, fc.constantFrom("", "0", "-0", "1e3", "NaN", "0,5", "x".repeat(600)));
  const anyOption = fc.record({ value: anyValue, text: fc.record({ text: anyText }) });
  const anyInput = fc.record(
    {
      value: fc.option(anyValue),
      selected_option: fc.option(anyOption),
      selected_options: fc.option(fc.array(anyOption, { maxLength: 60 })),
    },
    { requiredKeys: [] },
  );
  const name = { value: { value: "Fintech" } };
  const anyFields = fc.oneof(
    fc.dictionary(fc.constantFrom(...inputs, "other"), fc.record({ value: anyInput })),
    // With nothing else that is wrong.
    fc.tuple(fc.constantFrom(...inputs), anyInput).map(([field, value]) => ({ name, [field]: { value } })),
  );

  it("is read as a clean draft, or as errors under inputs of the form", () => {
    fc.assert(
      fc.property(anyFields, (state) => {
        expectSoundReading(readProfileForm(FormState.parse(state)));
      }),
      { numRuns: 500 },
    );
  });

  it("is read even when it is any JSON that has a state's shape", () => {
    const anyShape = fc.dictionary(
      fc.constantFrom(...inputs, "__proto__", "constructor"),
      fc.dictionary(fc.constantFrom("value", "__proto__"), fc.oneof(fc.jsonValue(), fc.object())),
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.object(), anyShape), (json) => {
        const state = FormState.safeParse(json);
        if (state.success) expectSoundReading(readProfileForm(state.data));
      }),
      { numRuns: 500 },
    );
  });
});

describe("a number", () => {
  it.each([
    ["0,75", 0.75],
    ["0.75", 0.75],
    [" 1 ", 1],
    ["+1", 1],
    ["1.", 1],
    ["0", 0],
    ["", 0.7],
  ])("typed as %j is taken", (typed, minConfidence) => {
    expect(read({ minConfidence: typed })).toEqual({ kind: "draft", draft: makeDraft({ minConfidence }) });
  });

  it.each(["1.1", "-0.1", "1e-1", "0x1", "∞", "NaN", "much", ".5", "0.5.5"])(
    "typed as %j is refused",
    (typed) => {
      const { minConfidence: _, ...values } = makeDraft();
      expect(read({ minConfidence: typed })).toEqual({
        kind: "errors",
        errors: { minConfidence: "Use a number from 0 to 1, such as 0.7." },
        values,
      });
    },
  );

  it.each(["0", "1001", "1.5", "-1", "ten"])("of prospects typed as %j is refused", (typed) => {
    expect(read({ dailyLimit: typed })).toMatchObject({
      errors: { dailyLimit: "Use a whole number from 1 to 1000." },
    });
  });
});

it("names every field that is wrong, and reads all others", () => {
  const long = option("x".repeat(76));
  const many = Array.from({ length: 51 }, (_, index) => option(`word ${index}`));
  const state = {
    name: { value: { value: "Fintech" } },
    description: { value: { value: "x".repeat(501) } },
    industries: { value: { selected_options: [option("SaaS"), long] } },
    countries: { value: { selected_options: many } },
    schedule: { value: { selected_option: long } },
  };
  expect(readProfileForm(state)).toEqual({
    kind: "errors",
    values: {
      name: "Fintech",
      isActive: false,
      dailyLimit: 10,
      minConfidence: 0.7,
      companySizes: [],
      jobTitles: [],
      seniorityLevels: [],
      departments: [],
    },
    errors: {
      description: "Up to 500 characters; this has 501. An emoji counts as two or more.",
      industries: `“${"x".repeat(39)}…” is too long: up to 75 characters. Remove it or shorten it.`,
      countries: "At most 50 countries; 51 are chosen.",
      schedule: "Choose one of the list.",
    },
  });
});

it.each([
  ["nothing", null],
  ["blanks", " \u00A0\n"],
  ["what cannot be seen", "\u200B\u2800"],
])("asks for a name where there is %s", (_, value) => {
  expect(readProfileForm({ name: { value: { value } } })).toMatchObject({
    kind: "errors",
    errors: { name: "A name is needed, so that your team can find the profile." },
  });
});

function read(values: Record<string, string>): FormReading {
  const typed = Object.entries({ name: "Fintech DACH", ...values });
  return readProfileForm({
    ...Object.fromEntries(typed.map(([field, value]) => [field, { value: { value } }])),
    isActive: { value: { selected_options: [option("on")] } },
  });
}

function option(value: string) {
  return { value, text: { text: value } };
}

function expectSoundReading(reading: FormReading): void {
  if (reading.kind === "draft") {
    expect(ProfileDraft.parse(reading.draft)).toEqual(reading.draft);
    return;
  }
  expect(FormValues.parse(reading.values)).toEqual(reading.values);
  expect(Object.keys(reading.errors).filter((field) => !inputs.includes(field))).toEqual([]);
}
