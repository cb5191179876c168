import fc from "fast-check";
import { expect, it } from "vitest";
import { readWhere, toHash } from "../../../src/sandbox/page/where.ts";

it("reads the person and the place from the address", () => {
  expect(readWhere("#ana/C0GENERAL")).toEqual({ person: "ana", place: "C0GENERAL" });
  expect(readWhere("#/ana/C0GENERAL")).toEqual({ person: "ana", place: "C0GENERAL" });
});

it("leaves open what the address does not say", () => {
  expect(readWhere("")).toEqual({ person: undefined, place: undefined });
  expect(readWhere("#")).toEqual({ person: undefined, place: undefined });
  expect(readWhere("#ben")).toEqual({ person: "ben", place: undefined });
});

it("takes an address that is no proper one as it stands", () => {
  expect(readWhere("#%E0%A4%A/home")).toEqual({ person: "%E0%A4%A", place: "home" });
});

it("reads back whatever it wrote", () => {
  const name = fc.string({ minLength: 1, unit: fc.constantFrom("a", "/", "%", "#", " ", "ü", "😀") });
  fc.assert(
    fc.property(name, name, (person, place) => {
      expect(readWhere(toHash({ person, place }))).toEqual({ person, place });
    }),
  );
});
