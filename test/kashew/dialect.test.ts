import fc from "fast-check";
import { expect, it } from "vitest";
import { readKashewProfiles, toExported, toKashew } from "../../src/kashew/dialect.ts";
import { readListed } from "../../src/kashew/read-listed.ts";
import { Profile } from "../../src/rules/profile.ts";
import { foldKey } from "../../src/rules/text.ts";
import { anyProfile } from "../support/arbitraries.ts";
import { ana, makeDraft } from "../support/make-profile.ts";
import { documented as wire } from "../wire/documented.ts";

const sample = Profile.parse({
  ...makeDraft({
    name: "Enterprise SaaS — North America",
    description: "Mid-to-large SaaS companies in North America",
    industries: ["SaaS", "Technology"],
    companySizes: ["51-200", "201-500"],
    jobTitles: ["VP Sales", "CTO", "Head of Growth"],
    seniorityLevels: ["VP", "Director", "C-Suite"],
    departments: ["Sales", "Engineering"],
    countries: ["United States", "Canada"],
  }),
  id: "7b9de8a4-2c69-4e8e-9b0b-6d5c7d3f1a11",
  revision: 3,
  owner: ana,
  createdAt: "2026-05-01T10:00:00.000Z",
  createdBy: ana,
  changedAt: "2026-05-01T10:00:00.000Z",
  changedBy: ana,
});

/** The fields and values of the bodies on Kashew's API page. */
const documented = {
  ...wire.create,
  id: "7b9de8a4-2c69-4e8e-9b0b-6d5c7d3f1a11",
  created_at: "2026-05-01T10:00:00.000Z",
};

it("writes a profile as Kashew documents it", () => {
  expect(toKashew(sample)).toEqual(documented);
});

it("reads what it wrote, whatever the profiles are", () => {
  const profiles = fc.uniqueArray(anyProfile, {
    maxLength: 5,
    comparator: (a, b) => foldKey(a.name) === foldKey(b.name) || a.id === b.id,
  });
  fc.assert(
    fc.property(profiles, (written) => {
      const body = JSON.parse(JSON.stringify({ profiles: written.map(toKashew) }));
      const kept = written.map(
        ({ revision: _, owner: __, createdBy: ___, changedAt: ____, changedBy: _____, ...rest }) => rest,
      );
      expect(readKashewProfiles(body)).toEqual({ kind: "profiles", profiles: kept, leftOut: new Map() });
    }),
  );
});

it("never throws, whatever it is given", () => {
  fc.assert(fc.property(fc.jsonValue(), (body) => void readKashewProfiles(body)));
  fc.assert(fc.property(fc.jsonValue(), (profile) => void readKashewProfiles({ profiles: [profile] })));
});

it("takes the fields that Kashew's list leaves out, and null, for their defaults", () => {
  const { id, name, created_at } = documented;
  expect(readKashewProfiles({ profiles: [{ id, name, created_at, description: null }], next: null })).toEqual(
    {
      kind: "profiles",
      profiles: [{ ...makeDraft({ name }), id, createdAt: created_at }],
      leftOut: new Map(),
    },
  );
});

it("names every problem with its place", () => {
  const body = {
    profiles: [
      documented,
      { name: "", is_active: "yes", min_confidence_score: 7, target_industries: ["x".repeat(76), ""] },
      "Fintech",
      { name: "Health", target_industry: ["Health"] },
      ["Retail"],
    ],
  };
  expect(readKashewProfiles(body)).toEqual({
    kind: "problems",
    problems: [
      { kind: "wrong-value", index: 1, field: "name" },
      { kind: "wrong-value", index: 1, field: "is_active" },
      { kind: "wrong-value", index: 1, field: "target_industries" },
      { kind: "wrong-value", index: 1, field: "min_confidence_score" },
      { kind: "not-a-profile", index: 2 },
      { kind: "not-a-profile", index: 4 },
    ],
  });
});

it.each([null, [], "x", {}, { profiles: {} }])("takes %j for no list of profiles", (body) => {
  expect(readKashewProfiles(body)).toEqual({ kind: "problems", problems: [{ kind: "not-profiles" }] });
});

it("takes what Kashew’s list was exported as, with fields that Kashew alone knows, and names those", () => {
  const listed = readListed({
    profiles: [
      { ...documented, updated_at: "2026-05-01T10:00:00Z" },
      { ...documented, id: "0c8e4f5e-7d57-4a35-9c52-1f6a4f6b2d11", updated_at: null, score: 1 },
    ],
  });
  const profiles = listed?.profiles.map(({ profile }) => toExported(profile));
  expect(readKashewProfiles({ profiles })).toMatchObject({
    kind: "profiles",
    profiles: [{ name: documented.name }, { name: documented.name }],
    leftOut: new Map([
      ["updated_at", 2],
      ["score", 1],
    ]),
  });
});
