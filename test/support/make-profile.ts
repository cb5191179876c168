import { UserId } from "../../src/rules/people.ts";
import { Profile, ProfileDraft } from "../../src/rules/profile.ts";

export const ana = UserId.parse("U0ANA");
export const ben = UserId.parse("U0BEN");

const at = "2026-05-19T12:00:00.000Z";

/** The least draft that can be saved. */
export function makeDraft(draft: Partial<ProfileDraft> = {}): ProfileDraft {
  return ProfileDraft.parse({ name: "Fintech DACH", ...draft });
}

/** The same as it is kept, as Ana made it. What nobody knows of it is in `known`. */
export function makeProfile({ known, ...draft }: Partial<Profile> = {}): Profile {
  const made = { owner: ana, createdBy: ana, changedBy: ana, createdAt: at, changedAt: at };
  const id = "0c8e4f5e-7d57-4a35-9c52-1f6a4f6b2d11";
  const profile = Profile.parse({ ...made, id, revision: 1, ...makeDraft(draft), ...draft });
  return known === undefined ? profile : { ...profile, known };
}
