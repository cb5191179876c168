import type { InputBlock, KnownBlock, ModalView } from "@slack/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProfileDraft } from "../../../src/rules/profile.ts";
import { limits, ProfileId, termFields } from "../../../src/rules/profile.ts";
import { templates } from "../../../src/rules/templates.ts";
import { jobTitles } from "../../../src/rules/vocabulary/job-titles.ts";
import { judgeModal } from "../../../src/sandbox/judge/judge.ts";
import { readView } from "../../../src/sandbox/server/block-kit.ts";
import { initialValues } from "../../../src/sandbox/server/state.ts";
import { readFormMetadata } from "../../../src/slack/views/form-metadata.ts";
import { drawProfileForm, typedFieldOf } from "../../../src/slack/views/profile-form.ts";
import { profileForm } from "../../../src/slack/views/profile-form-ids.ts";
import type { FormReading } from "../../../src/slack/views/read-profile-form.ts";
import { FormState, readProfileForm } from "../../../src/slack/views/read-profile-form.ts";
import { anyDraft, anyText } from "../../support/arbitraries.ts";
import { expectSoundModal } from "../../support/expect-sound.ts";
import { makeDraft } from "../../support/make-profile.ts";

const id = ProfileId.parse("7b9de8a4-2c69-4e8e-9b0b-6d5c7d3f1a11");
const nonce = "b2c9f6a0-5f0e-4d43-9a6f-0d8f6f6f2c11";

describe("a form that was drawn with a draft and saved untouched", () => {
  it("is read as that draft, whatever people wrote into it", () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        expect(savedUntouched(draft)).toEqual({ kind: "draft", draft });
      }),
      { numRuns: 200 },
    );
  });

  it("is read as the defaults where nothing but the name is known", () => {
    expect(savedUntouched({ name: "Fintech DACH" })).toEqual({ kind: "draft", draft: makeDraft() });
  });

  it("is read as that draft however often it was filled from templates", () => {
    const anyIds = fc.subarray(Object.keys(makeDraft()));
    const anyTemplate = fc.constantFrom(...templates);
    fc.assert(
      fc.property(
        anyDraft,
        anyIds,
        anyTemplate,
        fc.integer({ min: 1, max: 99 }),
        (values, fields, template, fills) => {
          const ids = new Map(fields.map((field) => [field, `${field}:${fills}`]));
          const view = drawProfileForm({
            values,
            nonce,
            filled: { from: { industries: template }, fills, ids },
          });
          expectSoundModal(view);
          expect(readUntouched(view)).toEqual({ kind: "draft", draft: values });
          expect(readFormMetadata(view.private_metadata ?? "")).toMatchObject({
            from: { industries: template.id },
            fills,
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it("keeps a confidence of a billionth", () => {
    const draft = makeDraft({ minConfidence: 1e-9 });
    expect(savedUntouched(draft)).toEqual({ kind: "draft", draft });
  });

  it("keeps a choice that looks like several", () => {
    const draft = makeDraft({ industries: ['["a","b"]', "[]", '["a"]'] });
    expect(savedUntouched(draft)).toEqual({ kind: "draft", draft });
  });
});

describe("what Slack gets to see", () => {
  it("is a view that it takes, whatever the draft", () => {
    const anyWrites = fc.record({ used: fc.nat(200), limit: fc.constant(200) });
    fc.assert(
      fc.property(anyDraft, anyWrites, (values, writes) => {
        expectSoundModal(drawProfileForm({ values, nonce, writes }));
        expectSoundModal(drawProfileForm({ values, nonce, remark: `Already saved as “${values.name}”.` }));
      }),
      { numRuns: 100 },
    );
  });

  it("is a view that it takes, whatever follows the command", () => {
    fc.assert(
      fc.property(anyText, (name) => {
        expectSoundModal(drawProfileForm({ values: { name: name.repeat(3) }, nonce }));
      }),
    );
  });

  it("is a view that it takes, whatever the confidence", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (minConfidence) => {
        expect(judgeModal(drawProfileForm({ values: { minConfidence }, nonce }))).toEqual([]);
      }),
    );
  });

  it("is a view that it takes, with whatever advice", () => {
    const anyOverlap = fc.record({
      profile: fc.record({ id: fc.constant(id), name: anyText.map((name) => `${name}x`) }),
      fields: fc.constant(termFields.map((field) => ({ field, shared: 1, of: 2 }))),
    });
    fc.assert(
      fc.property(anyDraft, anyOverlap, (values, overlap) => {
        expectSoundModal(drawProfileForm({ values, nonce, overlap }));
      }),
      { numRuns: 100 },
    );
  });

  it("names at most three of fifty titles and pairs of sizes, and counts the rest", () => {
    const sizes = Array.from({ length: 50 }, (_, index) => `1-${index + 1}`);
    const titles = jobTitles.map(({ term }) => term).filter((title) => title.endsWith("Manager"));
    const view = drawProfileForm({
      values: { companySizes: sizes, jobTitles: titles.slice(0, 50), seniorityLevels: ["C-Suite"] },
      nonce,
    });
    const words = JSON.stringify(view.blocks.at(-1));
    expect(words).toContain("“Business Development Manager” and 45 more find nobody");
    expect(words).toContain("; and 1222 more: remove one");
    expectSoundModal(view);
  });

  it("is under 250 KB when every list is full of the longest CJK words", () => {
    const view = drawProfileForm({ values: fullDraft(), nonce });
    expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThanOrEqual(250_000);
    expectSoundModal(view);
    expect(savedUntouched(fullDraft())).toEqual({ kind: "draft", draft: fullDraft() });
  });
});

it("has a type-ahead for each of its external menus and for nothing else", () => {
  const external = inputs().filter(({ element }) => element.type === "multi_external_select");
  expect(inputs().filter(({ block_id = "" }) => typedFieldOf(block_id) !== undefined)).toEqual(external);
  expect(external).toHaveLength(4);
});

it("needs the name and nothing else", () => {
  const needed = inputs().filter(({ optional }) => optional !== true);
  expect(needed.map(({ block_id }) => block_id)).toEqual([profileForm.firstInput]);
});

function inputs(): InputBlock[] {
  const blocks = drawProfileForm({ nonce }).blocks as KnownBlock[];
  return blocks.filter((block) => block.type === "input");
}

function savedUntouched(values: Partial<ProfileDraft>): FormReading {
  return readUntouched(drawProfileForm({ values, nonce }));
}

function readUntouched(view: ModalView): FormReading {
  return readProfileForm(FormState.parse(initialValues(readView(JSON.parse(JSON.stringify(view))).blocks)));
}

function fullDraft(): ProfileDraft {
  const terms = Array.from({ length: limits.terms }, (_, index) => `${index}`.padEnd(limits.term, "字"));
  return makeDraft({
    name: "字".repeat(limits.name),
    description: "字".repeat(limits.description),
    industries: terms,
    companySizes: terms,
    jobTitles: terms,
    seniorityLevels: terms,
    departments: terms,
    countries: terms,
    schedule: "字".repeat(limits.term),
  });
}

it("tells of a choice in each menu, and of no letter that is typed", () => {
  const telling = inputs().filter(({ dispatch_action }) => dispatch_action === true);
  const typed = ["plain_text_input", "number_input"];
  expect(telling).toEqual(inputs().filter(({ element }) => !typed.includes(element.type)));
  expect(telling).toHaveLength(8);
});
