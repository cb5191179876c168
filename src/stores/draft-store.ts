import type { UserId } from "../rules/people.ts";
import type { ProfileDraft } from "../rules/profile.ts";

/** What people of one workspace had typed when they were refused, for each of them the last. */
export interface DraftStore {
  keep(ask: { readonly draft: ProfileDraft; readonly by: UserId; readonly at: Date }): Promise<void>;
  /** Leaves nothing in the file of what anybody typed at `upTo` or before. */
  forget(upTo: Date): Promise<void>;
  find(ask: { readonly by: UserId; readonly since: Date }): Promise<ProfileDraft | undefined>;
}
