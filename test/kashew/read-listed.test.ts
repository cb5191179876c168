import fc from "fast-check";
import { expect, it } from "vitest";
import { readListed } from "../../src/kashew/read-listed.ts";

const id = "7b9de8a4-2c69-4e8e-9b0b-6d5c7d3f1a11";
const readOne = (profile: object) =>
  readListed({ profiles: [{ id, name: "Fintech", ...profile }] })?.profiles[0]?.profile;

it("never throws, whatever it is given, and keeps every profile that has an id and a name", () => {
  fc.assert(fc.property(fc.jsonValue(), (body) => void readListed(body)));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (profile) => {
      expect(readListed({ profiles: [{ ...profile, id, name: "Fintech" }] })).toMatchObject({ skipped: 0 });
    }),
  );
});

it("keeps missing, empty and unreadable apart", () => {
  const profile = readOne({
    description: "",
    target_industries: [],
    target_countries: null,
    target_company_sizes: null,
    is_active: "yes",
    daily_prospect_limit: "10",
    created_at: "2026-05-01T10:00:00Z",
  });
  expect(profile).toMatchObject({ description: "", industries: [], dailyLimit: 10, isActive: true });
  expect(profile?.known).toEqual({
    countries: "missing",
    companySizes: "missing",
    jobTitles: "missing",
    isActive: "unreadable",
    dailyLimit: "unreadable",
    seniorityLevels: "not-returned",
    departments: "not-returned",
    minConfidence: "not-returned",
    schedule: "not-returned",
  });
  expect(profile?.foreign).toEqual({ is_active: "yes", daily_prospect_limit: "10" });
});

it("passes on what it does not know, and what is longer or stranger than our own", () => {
  const long = "x".repeat(5000);
  const profile = readOne({
    name: long,
    target_company_sizes: ["10001+", 7, long],
    min_confidence_score: 7,
    generation_schedule: "hourly",
    owner: { team: "x" },
    ["__proto__"]: "kept",
  });
  expect(profile).toMatchObject({
    name: long,
    companySizes: ["10001+", long],
    minConfidence: 7,
    schedule: "hourly",
  });
  expect(Object.entries(profile?.foreign ?? {})).toEqual([
    ["target_company_sizes", ["10001+", 7, long]],
    ["owner", { team: "x" }],
    ["__proto__", "kept"],
  ]);
});

it.each([
  ["2026-05-01T10:00:00.123456", "2026-05-01T10:00:00.123Z"],
  ["2026-05-01 10:00:00", "2026-05-01T10:00:00.000Z"],
  ["2026-05-01T12:00:00+02:00", "2026-05-01T10:00:00.000Z"],
])("reads %s as a time", (createdAt, time) => {
  expect(readOne({ created_at: createdAt })).toMatchObject({ createdAt: time, changedAt: time });
});

it("counts those that nothing can be called by, and those that come twice", () => {
  const profiles = [
    { id, name: "Fintech" },
    { id, name: "Again" },
    { id: "7", name: "x" },
    { id, name: " " },
    null,
    "x",
  ];
  expect(readListed({ profiles })).toMatchObject({
    skipped: 5,
    profiles: [{ profile: { name: "Fintech" } }],
  });
});
