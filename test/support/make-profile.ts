import { UserId } from "../../src/rules/people.ts";
import type { Profile } from "../../src/rules/profile.ts";
import { ProfileDraft } from "../../src/rules/profile.ts";

export const ana = UserId.parse("U0ANA");
export const ben = UserId.parse("U0BEN");

/** The least draft that can be saved. */
export function makeDraft(draft: Partial<ProfileDraft> = {}): ProfileDraft {
  return ProfileDraft.parse({ name: "Fintech DACH", ...draft });
}

export function makeProfile(profile: Partial<Profile> = {}): Profile {
  return {
    ...makeDraft(),
    id: crypto.randomUUID() as Profile["id"],
    revision: 1,
    createdAt: "2026-05-01T10:00:00.000Z",
    createdBy: ana,
    ...profile,
  };
}
