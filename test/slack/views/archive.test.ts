import fc from "fast-check";
import { it } from "vitest";
import type { Profile } from "../../../src/rules/profile.ts";
import { snapshotOf } from "../../../src/rules/revision.ts";
import { drawArchiveForm } from "../../../src/slack/views/archive-form.ts";
import { drawArchivedList } from "../../../src/slack/views/archived-list.ts";
import { drawArchivedProfile } from "../../../src/slack/views/archived-profile.ts";
import { drawDeleteForm } from "../../../src/slack/views/delete-form.ts";
import { drawOwnerForm } from "../../../src/slack/views/owner-form.ts";
import { drawDeletedCard, drawProfileCard } from "../../../src/slack/views/profile-card.ts";
import type { ArchivedProfile } from "../../../src/stores/profile-archive.ts";
import { anyProfile, anyText } from "../../support/arbitraries.ts";
import { expectSoundMessage, expectSoundModal } from "../../support/expect-sound.ts";
import { ana } from "../../support/make-profile.ts";

it("draws whatever is archived, the ways in and out of the archive, and the choice of an owner, as Slack takes them", () => {
  const anyPage = fc.uniqueArray(anyProfile, { maxLength: 10, selector: ({ id }) => id });
  fc.assert(
    fc.property(anyPage, anyText, fc.boolean(), (profiles, name, may) => {
      const items = profiles.map(toArchived);
      const rights = { mayChange: may, mayDelete: may };
      const listed = { kind: "listed", items, page: 2, pages: 3, total: 30, ...rights } as const;
      const [first] = items;
      const undo = first && { ...first, name: first.draft.name };
      expectSoundModal(drawArchivedList(listed, { text: "Back in the list.", ...(undo && { undo }) }));
      expectSoundMessage(drawDeletedCard(name));
      for (const archived of items) {
        expectSoundModal(drawArchivedProfile({ archived, mayChange: may, canUndo: may }));
        expectSoundModal(drawDeleteForm(archived));
        expectSoundMessage(drawProfileCard({ profile: archived, sharedBy: { id: ana, name } }));
      }
      for (const profile of profiles) {
        expectSoundModal(drawArchiveForm(profile));
        expectSoundModal(drawOwnerForm(profile));
      }
    }),
    { numRuns: 50 },
  );
});

function toArchived(profile: Profile): ArchivedProfile {
  const { id, revision, changedAt: at, changedBy: by, createdAt, createdBy } = profile;
  const kept = { ...snapshotOf(profile), isArchived: true, reason: profile.description.slice(0, 200) };
  return { ...kept, id, revision, at, by, createdAt, createdBy, how: { kind: "saved" } };
}
