import { describe, expect, it } from "vitest";
import { ProfileId } from "../../src/rules/profile.ts";
import type { NamedProfile } from "../../src/rules/profile-names.ts";
import { findByName, nearestNames, suggestNames } from "../../src/rules/profile-names.ts";

const names = ["Fintech DACH", "Fintech UK", "Health UK", "São Paulo", "Retail"].map(named);

describe("a typed name", () => {
  it.each([
    ["whole", "fintech dach", "Fintech DACH"],
    ["by its beginning", "heal", "Health UK"],
    ["by a word inside", "paulo", "São Paulo"],
    ["without accents", "sao paulo", "São Paulo"],
    ["with a typo", "retial", "Retail"],
  ])("finds a profile %s", (_how, typed, name) => {
    expect(findByName(names, typed, 5)).toMatchObject({ kind: "one", profile: { name } });
  });

  it("means the profile of that very name, though it begins others", () => {
    const more = [...names, named("Fintech")];
    expect(findByName(more, "FINTECH", 5)).toMatchObject({ kind: "one", profile: { name: "Fintech" } });
  });

  it("means the one that it spells but for accents, and not one that only resembles it", () => {
    const more = [...names, named("Sao Paolo"), named("São Paulo Norte"), named("Hearth AG")];
    expect(findByName(more, "sao paulo", 5)).toMatchObject({ kind: "one", profile: { name: "São Paulo" } });
    expect(findByName(more, "health", 5)).toMatchObject({ kind: "one", profile: { name: "Health UK" } });
  });

  it("counts those that it does not name", () => {
    expect(findByName(names, "uk", 1)).toMatchObject({
      kind: "several",
      profiles: [{ name: "Fintech UK" }],
      matching: 2,
    });
  });

  it("means several where it fits several", () => {
    expect(findByName(names, "fintech", 5)).toMatchObject({
      kind: "several",
      profiles: [{ name: "Fintech DACH" }, { name: "Fintech UK" }],
    });
  });

  it("names the nearest where it fits none, and none that is not near", () => {
    const found = findByName(names, "Heathcr UK", 5);
    expect(found).toMatchObject({ kind: "none", nearest: [{ name: "Health UK" }], total: 5 });
    expect(findByName(names, "zzz", 5)).toEqual({ kind: "none", nearest: [], total: 5 });
    expect(findByName([], "x", 5)).toEqual({ kind: "none", nearest: [], total: 0 });
  });

  it("is like no name that shares less than half of it", () => {
    const nearest = nearestNames(names, "fintehc");
    expect(nearest.map(({ name }) => name)).toEqual(["Fintech DACH", "Fintech UK"]);
    expect(nearestNames(names, "qqq")).toEqual([]);
  });
});

it("suggests the newest before a letter is typed, and never more than asked", () => {
  expect(suggestNames(names, " ", 2).map(({ name }) => name)).toEqual(["Fintech DACH", "Fintech UK"]);
  expect(suggestNames(names, "uk", 5).map(({ name }) => name)).toEqual(["Fintech UK", "Health UK"]);
  expect(suggestNames(names, "zzz", 5)).toEqual([]);
});

it("finds among ten thousand names", () => {
  const many = Array.from({ length: 10_000 }, (_, index) => named(`Profile ${index}`));
  expect(findByName(many, "profile 9999", 5)).toMatchObject({
    kind: "one",
    profile: { name: "Profile 9999" },
  });
  expect(nearestNames(many, "Profil 9999")[0]).toMatchObject({ name: "Profile 9999" });
});

function named(name: string): NamedProfile {
  return {
    id: ProfileId.parse(crypto.randomUUID()),
    name,
    isActive: true,
    createdAt: "2026-05-01T10:00:00.000Z",
  };
}
