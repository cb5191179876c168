import type { ActionsBlock, Block } from "@slack/types";
import fc from "fast-check";
import { expect, it } from "vitest";
import { drawProfileDetails } from "../../../src/slack/views/profile-details.ts";
import { drawProfileSaved } from "../../../src/slack/views/profile-saved.ts";
import type { Keeper } from "../../../src/stores/profile-store.ts";
import { anyProfile } from "../../support/arbitraries.ts";
import { expectSoundModal } from "../../support/expect-sound.ts";
import { ana, makeProfile } from "../../support/make-profile.ts";

it("shows the details of any profile in a modal that Slack takes", () => {
  fc.assert(
    fc.property(anyProfile, fc.boolean(), (profile, mayChange) =>
      expectSoundModal(drawProfileDetails({ profile, mayChange })),
    ),
    { numRuns: 100 },
  );
});

it("says who created a profile and when, with the words inside the date, of which Slack makes the first letter a capital", () => {
  const profile = { ...makeProfile({}), createdAt: "2026-05-01T10:00:00.000Z", createdBy: ana };
  expect(JSON.stringify(drawProfileDetails({ profile, mayChange: true }))).toContain(
    `Created {date_short_pretty} at {time}|Created 1 May 2026> by <@${ana}>`,
  );
});

it("says of any profile that it is saved, in a modal that Slack takes", () => {
  const anyWrites = fc.record({ used: fc.nat(200), limit: fc.constant(200) });
  fc.assert(
    fc.property(anyProfile, anyWrites, (profile, writes) => {
      expectSoundModal(drawProfileSaved({ profile, writes }));
    }),
    { numRuns: 100 },
  );
});

it("takes the longest words in all fields", () => {
  const terms = Array.from({ length: 50 }, (_, index) => `${index}`.padEnd(75, "字"));
  const profile = makeProfile({
    name: "字".repeat(100),
    description: "字".repeat(500),
    industries: terms,
    companySizes: terms,
    jobTitles: terms,
    seniorityLevels: terms,
    departments: terms,
    countries: terms,
  });
  expectSoundModal(drawProfileDetails({ profile, mayChange: false }));
  expectSoundModal(drawProfileSaved({ profile, writes: { used: 1, limit: 200 } }));
});

const all = {
  industries: ["SaaS"],
  companySizes: ["1-10"],
  jobTitles: ["CEO"],
  seniorityLevels: ["VP"],
  departments: ["Sales"],
  countries: ["DE"],
};

it.each([
  [all, undefined],
  [{ ...all, departments: [] }, "Departments are open: any value matches."],
  [{ ...all, jobTitles: [], industries: [] }, "Industries and job titles are open: any value matches."],
  [
    { ...all, countries: [], seniorityLevels: [], companySizes: [] },
    "Company sizes, seniority levels and countries are open: any value matches.",
  ],
])("says of %j which targets are open", (targets, said) => {
  const { blocks } = drawProfileSaved({ profile: makeProfile(targets), writes: { used: 1, limit: 200 } });
  const hint = blocks.find(({ block_id }) => block_id === "saved-hint");
  expect(hint).toEqual(
    said && {
      type: "context",
      block_id: "saved-hint",
      elements: [{ type: "plain_text", text: said, emoji: false }],
    },
  );
});

it("offers first to share what is saved, and Undo where it can be taken back", () => {
  const offered = (keeper: Keeper) => {
    const { blocks } = drawProfileSaved({
      profile: makeProfile({}),
      writes: { used: 1, limit: 200 },
      keeper,
    });
    const row = blocks.flatMap((block) => (isActions(block) ? block.elements : []));
    return row.map((each) => (each.type === "button" ? `${each.text.text} ${each.style ?? ""}` : ""));
  };
  expect(offered("workspace")).toEqual(["Share… primary", "Details ", "New profile ", "Undo "]);
  expect(offered("kashew")).toEqual(["Share… primary", "Details ", "New profile "]);
});

it("tells how many writes are left when few are", () => {
  const shown = (used: number) =>
    JSON.stringify(drawProfileSaved({ profile: makeProfile({}), writes: { used, limit: 200 } }));
  expect(shown(160)).not.toContain("writes left");
  expect(shown(161)).toContain("39 of 200 writes left today");
});

function isActions(block: Block): block is ActionsBlock {
  return block.type === "actions";
}
