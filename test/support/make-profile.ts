import { UserId } from "../../src/rules/people.ts";
import { ProfileDraft } from "../../src/rules/profile.ts";

export const ana = UserId.parse("U0ANA");
export const ben = UserId.parse("U0BEN");

/** The least draft that can be saved. */
export function makeDraft(draft: Partial<ProfileDraft> = {}): ProfileDraft {
  return ProfileDraft.parse({ name: "Fintech DACH", ...draft });
}
