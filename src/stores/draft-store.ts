import type { UserId } from "../rules/people.ts";
import type { ProfileDraft } from "../rules/profile.ts";

/** What people of one workspace had typed when they were refused, for each of them the last. */
export interface DraftStore {
  /** Forgets what anybody typed before `forgetBefore`. */
  keep(ask: {
    readonly draft: ProfileDraft;
    readonly by: UserId;
    readonly at: Date;
    readonly forgetBefore: Date;
  }): Promise<void>;
  find(ask: { readonly by: UserId; readonly since: Date }): Promise<ProfileDraft | undefined>;
}
