import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findShared } from "../../src/rules/overlap.ts";
import { createOverlapIndex, targetKeysOf } from "../../src/rules/overlap-index.ts";
import type { FormValues, ProfileDraft, ProfileId, TermField } from "../../src/rules/profile.ts";
import { termFields } from "../../src/rules/profile.ts";
import { makeDraft } from "../support/make-profile.ts";

type Targets = Pick<ProfileDraft, TermField>;

const saas = makeDraft({
  industries: ["SaaS", "FinTech", "Banking", "Insurance"],
  jobTitles: ["VP Sales", "CRO"],
});

describe("what a form has in common with a profile", () => {
  it("is counted field by field, whatever the spelling", () => {
    const mine = {
      industries: ["saas", "fintech", "BANKING", "insurance", "Retail"],
      jobTitles: ["cro", "VP  sales"],
    };
    expect(findShared(mine, saas)).toEqual([
      { field: "industries", shared: 4, of: 5 },
      { field: "jobTitles", shared: 2, of: 2 },
    ]);
  });

  it("is not worth a word where one field is all, or where one field parts the two", () => {
    const both = { industries: ["SaaS"], jobTitles: ["CRO"] };
    expect(findShared(both, saas)).toHaveLength(2);
    expect(findShared({ industries: ["SaaS"], countries: ["Germany"] }, saas)).toBeUndefined();
    const german = { ...saas, countries: ["Germany"] };
    expect(findShared({ ...both, countries: ["Chile"] }, german)).toBeUndefined();
    expect(findShared({ ...both, countries: ["Germany", "Chile"] }, german)).toHaveLength(3);
    expect(findShared({ ...both, countries: ["Germany", "Chile", "Peru"] }, german)).toBeUndefined();
  });

  it("claims nothing of a field that its keeper does not tell", () => {
    const mine = { industries: ["SaaS"], jobTitles: ["CRO"] };
    expect(findShared(mine, { ...saas, known: { jobTitles: "not-returned" } })).toBeUndefined();
    expect(findShared(mine, { ...saas, known: { jobTitles: "own-copy" } })).toHaveLength(2);
  });
});

describe("the profile that is most alike", () => {
  it("is the one that looking at each of them finds, whatever was changed before", () => {
    const word = fc.constantFrom(..."abcdefgh");
    const anyTargets = fc.record(
      Object.fromEntries(termFields.map((field) => [field, fc.uniqueArray(word, { maxLength: 4 })])),
    ) as fc.Arbitrary<Targets>;
    const anyChange = fc.record({ at: fc.nat(7), targets: fc.option(anyTargets) });
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 60 }), anyTargets, (changes, mine) => {
        const index = createOverlapIndex();
        const live = new Map<ProfileId, { id: ProfileId; revision: number; targets: Targets }>();
        for (const [revision, { at, targets }] of changes.entries()) {
          const id = `profile-${at}` as ProfileId;
          live.delete(id);
          if (targets !== null) live.set(id, { id, revision, targets });
          for (const missing of index.keepOnly([...live.values()])) {
            index.put(missing, targetKeysOf(live.get(missing.id)?.targets ?? {}));
          }
        }
        const found = index.findMostAlike(targetKeysOf(mine), "profile-0" as ProfileId);
        const rated = [...live.values()]
          .filter(({ id }) => id !== "profile-0")
          .map(({ id, targets }) => ({ id, rating: rate(mine, makeDraft(targets)) }))
          .sort((a, b) => b.rating - a.rating);
        const best = rated[0]?.rating ?? 0;
        if (best === 0) expect(found).toBeUndefined();
        else expect(rated.find(({ id }) => id === found)?.rating).toBeCloseTo(best, 9);
      }),
      { numRuns: 300 },
    );
  });

  it("takes four bytes a word and lets go of what was changed", () => {
    const index = createOverlapIndex();
    const targets = targetKeysOf(saas);
    const id = crypto.randomUUID() as ProfileId;
    for (let revision = 1; revision <= 5000; revision += 1) {
      for (const missing of index.keepOnly([{ id, revision }])) index.put(missing, targets);
    }
    expect(index.bytes).toBeLessThan(10_000);
  });
});

/** By share, and of equals by the number of fields. */
function rate(mine: FormValues, other: ProfileDraft): number {
  const fields = findShared(mine, other);
  if (fields === undefined) return 0;
  return fields.reduce((share, { shared, of }) => (share * shared) / of, 1) + fields.length / 1000;
}
