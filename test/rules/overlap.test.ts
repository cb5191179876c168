import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findShared } from "../../src/rules/overlap.ts";
import type { OverlapIndex, Stamped, TargetKeys } from "../../src/rules/overlap-index.ts";
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
        const live = new Map<ProfileId, Stamped & { targets: Targets }>();
        for (const [revision, { at, targets }] of changes.entries()) {
          const id = `profile-${at}` as ProfileId;
          live.delete(id);
          if (targets !== null) live.set(id, { id, revision, changedAt: timeAt(revision), targets });
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
      for (const missing of index.keepOnly([{ id, revision, changedAt: timeAt(revision) }])) {
        index.put(missing, targets);
      }
    }
    expect(index.bytes).toBeLessThan(10_000);
  });

  it("is looked for among those that Ana changed last, where more are there than fit, however often she changes one", () => {
    const index = createOverlapIndex({ mostBytes: 20_000 });
    let profiles = Array.from({ length: 200 }, (_, at) => stamp(at, 200 - at));
    expect(follow(index, profiles)).toBeLessThan(100);
    expect(finds(index, profiles[0])).toBe(true);
    expect(finds(index, profiles[30])).toBe(true);
    expect(finds(index, profiles.at(-1))).toBe(false);
    for (let change = 201; change < 1000; change += 1) {
      // Whichever was not changed for longest, as it comes.
      const changed = stamp((change * 7) % 200, change);
      profiles = [changed, ...profiles.filter(({ id }) => id !== changed.id)];
      expect(follow(index, profiles)).toBeLessThan(3);
      expect(finds(index, changed)).toBe(true);
      expect(finds(index, profiles[30])).toBe(true);
    }
    expect(index.bytes).toBeLessThan(30_000);
  });

  it("is looked for among the older ones again as soon as there is room", () => {
    const index = createOverlapIndex({ mostBytes: 20_000 });
    const profiles = Array.from({ length: 200 }, (_, at) => stamp(at, 200 - at));
    follow(index, profiles);
    const few = profiles.slice(-20);
    follow(index, few);
    expect(few.filter((profile) => finds(index, profile))).toEqual(few);
  });
});

/** Each has words of its own, and others after each change. */
function stamp(at: number, revision: number): Stamped {
  return { id: `profile-${at}` as ProfileId, revision, changedAt: timeAt(revision) };
}

function wordsOf({ id, revision }: Stamped): TargetKeys {
  const words = Array.from({ length: 10 }, (_, word) => `${id} ${revision} ${word}`);
  return targetKeysOf({ industries: words, jobTitles: words });
}

/** Answers how many were put. */
function follow(index: OverlapIndex, profiles: readonly Stamped[]): number {
  const missing = index.keepOnly(profiles);
  const refused = missing.findIndex((profile) => !index.put(profile, wordsOf(profile)));
  return refused === -1 ? missing.length : refused;
}

function finds(index: OverlapIndex, profile = stamp(0, 0)): boolean {
  return index.findMostAlike(wordsOf(profile)) === profile.id;
}

function timeAt(second: number): string {
  return new Date(second * 1000).toISOString();
}

/** By share, and of equals by the number of fields. */
function rate(mine: FormValues, other: ProfileDraft): number {
  const fields = findShared(mine, other);
  if (fields === undefined) return 0;
  return fields.reduce((share, { shared, of }) => (share * shared) / of, 1) + fields.length / 1000;
}
