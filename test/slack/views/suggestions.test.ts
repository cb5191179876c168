import type { PlainTextOption } from "@slack/types";
import fc from "fast-check";
import { expect, it } from "vitest";
import { suggest, typedFields } from "../../../src/rules/vocabulary/suggest.ts";
import { judgeOptions } from "../../../src/sandbox/judge/judge.ts";
import { readProfileForm } from "../../../src/slack/views/read-profile-form.ts";
import { drawRemark, drawSuggestions } from "../../../src/slack/views/suggestions.ts";
import { anyText } from "../../support/arbitraries.ts";

const anyTyped = fc.oneof(
  anyText,
  fc.array(anyText, { maxLength: 5 }).map((parts) => parts.join(", ")),
  fc.constantFrom("SaaS, FinTech, Health", "us; uk", "x".repeat(76), "字".repeat(200)),
);
const anyUsed = fc.array(fc.record({ term: anyText, profiles: fc.integer({ min: 1, max: 99 }) }), {
  maxLength: 5,
});

it("offers a menu that Slack takes, whatever was typed and whatever is in use", () => {
  fc.assert(
    fc.property(fc.constantFrom(...typedFields), anyTyped, anyUsed, (field, typed, used) => {
      const options = drawSuggestions(suggest({ field, typed, used }), typed);
      expect(judgeOptions({ options })).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it("offers what the form then takes: a word, or several at once", () => {
  fc.assert(
    fc.property(anyTyped, anyUsed, (typed, used) => {
      const suggestions = suggest({ field: "industries", typed, used });
      const options = drawSuggestions(suggestions, typed);
      for (const suggestion of suggestions) {
        const terms = termsOf(suggestion);
        const option = options.find(({ text }) => text.text === terms?.join(", "));
        if (terms !== undefined && option !== undefined) expect(chosen(option)).toEqual(terms);
      }
    }),
    { numRuns: 200 },
  );
});

it("lets no form take a remark", () => {
  fc.assert(
    fc.property(anyText, anyText, (remark, typed) => {
      const option = drawRemark(`Too long: ${remark}`, typed);
      expect(judgeOptions({ options: [option] })).toEqual([]);
      expect(chosen(option)).toBeUndefined();
    }),
  );
});

it("lets no form take the beginning of what is too long", () => {
  const typed = `SaaS${" ".repeat(200)}${"x".repeat(80)}`;
  const options = drawSuggestions(suggest({ field: "industries", typed, used: [] }), typed);
  expect(options.map(chosen)).toEqual([undefined]);
});

it("says of a long list that it is one, which no form takes", () => {
  const typed = Array.from({ length: 49 }, (_, index) => `Title ${index}`).join(", ");
  const options = drawSuggestions(suggest({ field: "jobTitles", typed, used: [] }), typed);
  expect(options.map(({ text }) => text.text)).toEqual(["More than 20 at once: add them in two goes"]);
  expect(options.map(chosen)).toEqual([undefined]);
});

it("reads all words of a typed list whose signs Slack hands back escaped", () => {
  const typed = "Food & Wine, <Bio>";
  const all = drawSuggestions(suggest({ field: "industries", typed, used: [] }), typed).at(0);
  if (all === undefined) expect.fail("nothing is offered");
  const text = { ...all.text, text: "Food &amp; Wine, &lt;Bio&gt;" };
  expect(chosen({ ...all, text })).toEqual(["Food & Wine", "<Bio>"]);
});

function termsOf(suggestion: ReturnType<typeof suggest>[number]): readonly string[] | undefined {
  if (suggestion.kind === "too-long" || suggestion.kind === "too-many") return undefined;
  return suggestion.kind === "several" ? suggestion.terms : [suggestion.term];
}

/** What the form reads when this alone is chosen; undefined when it refuses. */
function chosen(option: PlainTextOption): readonly string[] | undefined {
  const { value = "", text } = option;
  const reading = readProfileForm({
    name: { value: { value: "Fintech" } },
    industries: { value: { selected_options: [{ value, text }] } },
  });
  return reading.kind === "draft" ? reading.draft.industries : undefined;
}
