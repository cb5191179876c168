import fc from "fast-check";
import { expect, it } from "vitest";
import type { DraftField } from "../../src/rules/changes.ts";
import { draftFields, findChanges, isSame } from "../../src/rules/changes.ts";
import { keepMine, mergeDrafts } from "../../src/rules/merge.ts";
import type { ProfileDraft } from "../../src/rules/profile.ts";
import { anyDraft } from "../support/arbitraries.ts";
import { ana, ben, makeDraft } from "../support/make-profile.ts";

/** A draft that differs from another one in some fields, and in no others. */
const anyEdit = fc.record({ base: anyDraft, other: anyDraft, fields: fc.subarray([...draftFields]) });

function edit(base: ProfileDraft, other: ProfileDraft, fields: readonly DraftField[]): ProfileDraft {
  return { ...base, ...Object.fromEntries(fields.map((field) => [field, other[field]])) };
}

it("keeps what each of two people changed alone, and asks about what both changed differently", () => {
  const base = makeDraft({ industries: ["SaaS"], jobTitles: ["CTO"], dailyLimit: 10 });
  const mine = { ...base, industries: ["FinTech"], dailyLimit: 20, name: "Mine" };
  const current = { ...base, jobTitles: ["CFO"], dailyLimit: 20, name: "Theirs" };
  expect(mergeDrafts({ base, mine, current })).toEqual({
    draft: { ...current, industries: ["FinTech"] },
    conflicts: ["name"],
    theirs: ["jobTitles"],
  });
});

it("never loses a field that only one of two people touched, whatever they are", () => {
  fc.assert(
    fc.property(anyEdit, anyDraft, fc.subarray([...draftFields]), (mines, theirs, touched) => {
      const { base, other, fields } = mines;
      const mine = edit(base, other, fields);
      const current = edit(base, theirs, touched);
      const { draft, conflicts } = mergeDrafts({ base, mine, current });
      for (const field of draftFields) {
        const both = !isSame(field, mine, base) && !isSame(field, current, base);
        expect(conflicts.includes(field)).toBe(both && !isSame(field, mine, current));
        const kept = isSame(field, mine, base) || both ? current : mine;
        expect(isSame(field, draft, kept)).toBe(true);
      }
    }),
  );
});

it("makes of a conflict what was chosen, and is no conflict any more", () => {
  fc.assert(
    fc.property(
      anyDraft,
      anyDraft,
      anyDraft,
      fc.subarray([...draftFields]),
      (base, mine, current, chosen) => {
        const merge = mergeDrafts({ base, mine, current });
        const draft = keepMine(merge, { mine, chosen });
        for (const field of merge.conflicts) {
          expect(isSame(field, draft, chosen.includes(field) ? mine : current)).toBe(true);
        }
        expect(mergeDrafts({ base: current, mine: draft, current }).conflicts).toEqual([]);
      },
    ),
  );
});

it("asks about every difference where it is not known what the form began with", () => {
  const [mine, current] = [makeDraft({ name: "Mine" }), makeDraft({ name: "Theirs", dailyLimit: 5 })];
  expect(mergeDrafts({ base: undefined, mine, current }).conflicts).toEqual(["name", "dailyLimit"]);
});

it("tells a difference by what was added and removed, and none of the order of words", () => {
  const draft = makeDraft({ industries: ["SaaS", "FinTech"], isActive: true });
  const before = { draft, owner: ana, isArchived: false };
  const changed = { ...draft, industries: ["FinTech", "Banking"], isActive: false };
  expect(findChanges(before, { draft: changed, owner: ben, isArchived: true })).toEqual([
    { field: "isActive", before: true, after: false },
    { field: "industries", added: ["Banking"], removed: ["SaaS"] },
    { field: "owner", before: ana, after: ben },
    { field: "isArchived", before: false, after: true },
  ]);
  const turned = { ...before, draft: { ...draft, industries: ["FinTech", "SaaS"] } };
  expect(findChanges(before, turned)).toEqual([]);
});
