import fc from "fast-check";
import { expect, it } from "vitest";
import { draftFields, findChanges } from "../../../src/rules/changes.ts";
import { mergeDrafts, ownValues } from "../../../src/rules/merge.ts";
import { limits, Profile, ProfileDraft, termFields } from "../../../src/rules/profile.ts";
import type { Revision } from "../../../src/rules/revision.ts";
import { snapshotOf } from "../../../src/rules/revision.ts";
import { drawEditConflict, editConflict, readEditConflict } from "../../../src/slack/views/edit-conflict.ts";
import { drawProfileHistory } from "../../../src/slack/views/profile-history.ts";
import { anyProfile } from "../../support/arbitraries.ts";
import { expectSoundModal } from "../../support/expect-sound.ts";
import { ana, makeDraft } from "../../support/make-profile.ts";

/* Two people's changes, and a profile's history, at their largest. */

const keptAt = "2026-05-19T12:00:00.000Z";

const [current, mine] = [
  largest("字", { isActive: true, dailyLimit: 10, minConfidence: 0.123_456_789 }),
  largest("語", { isActive: false, dailyLimit: 99, minConfidence: 0.987_654_321 }),
];

it("asks about any conflict in a modal that Slack takes", () => {
  fc.assert(
    fc.property(anyProfile, anyProfile, (current, mine) => {
      expectSoundModal(drawConflict(current, ProfileDraft.parse(mine)));
    }),
    { numRuns: 50 },
  );
});

it("asks about all twelve fields with nothing chosen, and reads what is chosen of each", () => {
  const view = drawConflict(current, mine);
  expectSoundModal(view);
  // Slack answers view_too_large beyond 250 kB, which no one block is to blame for.
  expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(200_000);
  const choices = view.blocks.filter(({ type }) => type === "input");
  expect(choices).toHaveLength(12);
  // Whole where a choice has no room for it.
  expect(view.blocks.filter(({ block_id = "" }) => block_id.startsWith("both:"))).toHaveLength(9);
  expect(JSON.stringify(choices)).not.toContain("initial_option");
  const values = Object.fromEntries(
    choices.map(({ block_id = "" }) => [
      block_id,
      { [editConflict.choice]: { selected_option: { value: "mine" } } },
    ]),
  );
  const { private_metadata = "" } = view;
  const read = readEditConflict({ private_metadata, state: { values } });
  expect(read?.chosen).toEqual(draftFields);
  // Too much for a view to carry.
  expect([read?.own, read?.keptAt]).toEqual([undefined, keptAt]);
});

it("tells a history in which every change touched everything, in a modal that Slack takes", () => {
  fc.assert(
    fc.property(anyProfile, anyProfile, fc.nat(1), (one, other, extremes) => {
      const [before, after] = extremes === 1 ? [current, toProfile(mine)] : [one, other];
      const items = [9, 8, 7, 6, 5].map((revision) => tell(revision, before, after));
      const read = { id: before.id, name: before.name, newest: 9, mayRestore: true, items } as const;
      expectSoundModal(
        drawProfileHistory(
          { kind: "read", ...read, page: 1, pages: 3, total: 15 },
          { said: "Revision 3 is restored." },
        ),
      );
    }),
    { numRuns: 50 },
  );
});

function drawConflict(current: Profile, mine: ProfileDraft) {
  const merge = mergeDrafts({ base: undefined, mine, current });
  return drawEditConflict(
    { kind: "conflict", current, mine, merge, own: ownValues(ProfileDraft.parse(current), mine), keptAt },
    { revision: 1, reason: "字".repeat(200) },
  );
}

function tell(revision: number, before: Profile, after: Profile) {
  const { id, changedAt: at, changedBy: by } = after;
  const facts = { id, revision, at, by, reason: "字".repeat(200) };
  const kept: Revision = { ...snapshotOf(after), ...facts, how: { kind: "restored", of: 3 } };
  return { revision: kept, changes: findChanges(snapshotOf(before), kept), mayUndo: revision === 9 };
}

function largest(sign: string, values: Partial<ProfileDraft>): Profile {
  const terms = Array.from({ length: limits.terms }, (_, index) => `${index}`.padEnd(limits.term, sign));
  return toProfile({
    name: sign.repeat(limits.name),
    description: sign.repeat(limits.description),
    schedule: sign.repeat(limits.term),
    ...Object.fromEntries(termFields.map((field) => [field, terms])),
    ...values,
  });
}

function toProfile(draft: Partial<ProfileDraft>): Profile {
  const [at, id] = ["2026-05-19T12:00:00.000Z", "0c8e4f5e-7d57-4a35-9c52-1f6a4f6b2d11"];
  const times = { createdAt: at, createdBy: ana, changedAt: at, changedBy: ana };
  return Profile.parse({ ...makeDraft(draft), id, revision: 9, owner: ana, ...times });
}
