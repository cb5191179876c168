import { expect, it } from "vitest";
import { changeOf, changeToAdd } from "../../src/rules/access.ts";
import { tellAccessChange } from "../../src/rules/audit.ts";
import { makeAccess } from "../support/make-access.ts";
import { ana, ben } from "../support/make-profile.ts";

const chosenBen = makeAccess({ writers: "chosen", chosen: [ben] });

it.each([
  ["nothing", makeAccess(), makeAccess(), {}],
  [
    "the same people in another order",
    makeAccess({ icpAdmins: [ana, ben] }),
    makeAccess({ icpAdmins: [ben, ana] }),
    {},
  ],
  ["guests", makeAccess(), makeAccess({ guestsMayLook: true }), { guestsMayLook: true }],
  ["admins", makeAccess({ icpAdmins: [ana] }), makeAccess({ icpAdmins: [] }), { icpAdmins: [] }],
  ["who is chosen", makeAccess(), chosenBen, { writers: "chosen", chosen: [ben] }],
  [
    "that all members write, whoever stays chosen in the form",
    chosenBen,
    makeAccess({ writers: "members", chosen: [ben] }),
    { writers: "members", chosen: [] },
  ],
  ["nothing, where people are chosen that do not count", makeAccess(), makeAccess({ chosen: [ben] }), {}],
] as const)("sets no more than what changes: %s", (_what, was, wanted, change) => {
  expect(changeOf(was, wanted)).toEqual(change);
});

it.each([
  ["only admins write", makeAccess(), { writers: "chosen", chosen: [ben] }],
  [
    "others are chosen",
    makeAccess({ writers: "chosen", chosen: [ana] }),
    { writers: "chosen", chosen: [ana, ben] },
  ],
  ["the person is chosen", chosenBen, {}],
  ["every member writes", makeAccess({ writers: "members" }), {}],
] as const)("lets one more person write where %s", (_where, was, change) => {
  expect(changeToAdd(was, ben)).toEqual(change);
});

it("tells of each right that changed, before and after", () => {
  const change = { writers: "chosen" as const, chosen: [ben], guestsMayLook: true, icpAdmins: [ana] };
  expect(tellAccessChange(makeAccess(), change)).toEqual([
    { kind: "writers-set", before: "admins", after: "chosen U0BEN" },
    { kind: "guests-set", before: "may not look", after: "may look" },
    { kind: "admins-set", before: "", after: "U0ANA" },
  ]);
  expect(tellAccessChange(makeAccess(), {})).toEqual([]);
});
