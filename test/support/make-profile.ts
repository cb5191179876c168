import { type Profile, ProfileDraft } from "../../src/rules/profile.ts";
import { UserId } from "../../src/rules/people.ts";

export const ana = UserId.parse("U0ANA");
export const ben = UserId.parse("U0BEN");

/** The least draft that can be saved. */
export function makeDraft(draft: Partial<ProfileDraft> = {}): ProfileDraft {
  return ProfileDraft.parse({ name: "Fintech DACH", ...draft });
}

export function makeProfile(profile: Partial<Profile> = {}): Profile {
  return {
    ...makeDraft(),
    id: "5f336285-158c-4ef3-befa-f896df428ecb" as Profile["id"],
    revision: 1,
    createdAt: "2026-05-01T10:00:00.000Z",
    createdBy: ana,
    ...profile,
  };
}
