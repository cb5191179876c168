import fc from "fast-check";
import { expect, it } from "vitest";
import { Fault } from "../../../src/errors.ts";
import type { Profile } from "../../../src/rules/profile.ts";
import { drawProfileCard } from "../../../src/slack/views/profile-card.ts";
import { drawProfileDetails } from "../../../src/slack/views/profile-details.ts";
import { drawProfileList } from "../../../src/slack/views/profile-list.ts";
import { drawProfileSaved } from "../../../src/slack/views/profile-saved.ts";
import { drawShareForm } from "../../../src/slack/views/share-form.ts";
import type { Source } from "../../../src/stores/profile-store.ts";
import { anyForeignProfile } from "../../support/arbitraries.ts";
import { expectSoundMessage, expectSoundModal } from "../../support/expect-sound.ts";
import { ana, makeProfile } from "../../support/make-profile.ts";

const byKashew = { owner: "kashew", createdBy: "kashew", changedBy: "kashew" } as const;

const read: Source = { keeper: "kashew", readAt: "2026-05-19T09:20:00.000Z", skipped: 0 };
const sharedBy = { id: ana, name: "Ana" };
const writes = { used: 201, limit: 200, isEstimate: true } as const;

it("draws any profile of Kashew's, however large and little known, as Slack takes it", () => {
  fc.assert(
    fc.property(anyForeignProfile, (profile) => {
      expectSoundModal(drawProfileDetails({ profile, keeper: "kashew", canChange: false, mayChange: true }));
      expectSoundModal(drawProfileSaved({ profile, writes, keeper: "kashew", namesake: profile }));
      expectSoundModal(drawShareForm(profile));
      expectSoundMessage(drawProfileCard({ profile, sharedBy }));
      expectSoundMessage(drawList([profile], read));
    }),
    { numRuns: 60 },
  );
});

const elsewhere = makeProfile({
  ...byKashew,
  known: {
    companySizes: "not-returned",
    departments: "not-returned",
    description: "missing",
    dailyLimit: "unreadable",
    createdAt: "missing",
  },
});

it("says of each value that Kashew doesn't say it, and gives no default for it", () => {
  const said = textsIn(drawProfileDetails({ profile: elsewhere, keeper: "kashew", mayChange: true }));
  expect(said).toContain("Kept in Kashew · Created in Kashew");
  expect(said).toContain("Company sizes\n\nNot returned by Kashew");
  expect(said).toContain("Description\n\nNo value from Kashew");
  expect(said).toContain("Daily prospect limit\n\nKashew’s value can’t be read");
  expect(said).toContain("Seniority levels\n\nNot set");
  expect(said).not.toContain("1970");
  const meaning = "“Not returned by Kashew” means that Kashew may hold a value there";
  expect(said).toContain(meaning);
  const returned = makeProfile({ ...byKashew, known: { description: "missing" } });
  expect(textsIn(drawProfileDetails({ profile: returned, keeper: "kashew", mayChange: true }))).not.toContain(
    meaning,
  );
});

it("names once in a card and in a list what Kashew doesn't return, and what is as it was saved from here", () => {
  const own = makeProfile({ ...byKashew, companySizes: ["1-10"], known: { companySizes: "own-copy" } });
  const unknown = "Not returned by Kashew: company sizes, departments.";
  const saved = "As saved from here, since Kashew doesn’t return them: company sizes.";
  expect(textsIn(drawProfileCard({ profile: elsewhere, sharedBy }))).toContain(unknown);
  expect(textsIn(drawProfileCard({ profile: own, sharedBy }))).toContain(saved);
  const list = textsIn(drawList([elsewhere, own], read));
  expect(list).toContain("Not returned by Kashew: company sizes, daily prospect limit.");
  expect(list.split(saved)).toHaveLength(2);
  const details = textsIn(drawProfileDetails({ profile: own, keeper: "kashew", mayChange: true }));
  expect(details).toContain("Company sizes\n\n1-10");
  expect(details).toContain(saved);
});

it("offers neither Pause nor Resume where the profile cannot be changed, and says why", () => {
  const drawn = drawProfileDetails({
    profile: elsewhere,
    keeper: "kashew",
    canChange: false,
    mayChange: true,
  });
  expect(JSON.stringify(drawn)).not.toMatch(/profile-(pause|resume)/);
  expect(textsIn(drawn)).toContain("Kashew’s API can’t change, pause or archive a profile");
});

it("says where profiles are kept, when they were read, how many were not, and that Kashew is silent", () => {
  expect(textsIn(drawList([elsewhere], read))).toContain(
    "kept in Kashew, read <!date^1779182400^{time}|09:20 UTC>",
  );
  const stale = { ...read, skipped: 2, stale: new Fault("unexpected", "") };
  const said = textsIn(drawList([elsewhere], stale));
  expect(said).toContain("kept in Kashew, which can’t be read now. <!date^1779182400^Last read");
  expect(said).toContain("2 profiles there can’t be read");
});

it("warns of a profile of the same name, and tells that it was found where the answer was lost", () => {
  const said = textsIn(
    drawProfileSaved({ profile: elsewhere, writes, keeper: "kashew", namesake: elsewhere, wasFound: true }),
  );
  expect(said).toContain("the profile was found there. Another profile there has this name.");
  expect(said).toContain("About 0 of 200 writes left today");
});

function drawList(profiles: readonly Profile[], source: Source) {
  const { length } = profiles;
  return drawProfileList({
    kind: "listed",
    ask: { words: [], state: "all", page: 1, pageSize: 10 },
    page: { source, profiles, page: 1, pages: 1, matching: length, total: length },
    nearest: [],
    mayCreate: true,
  });
}

/** All texts of a view or a message, one a line. */
function textsIn(drawn: unknown): string {
  const texts: string[] = [];
  JSON.stringify(drawn, (key, value) => {
    if (key === "text" && typeof value === "string") texts.push(value);
    return value;
  });
  return texts.join("\n");
}
