import type { UserId } from "../rules/people.ts";
import type { FormValues, ProfileId } from "../rules/profile.ts";

/** Whose it is, and the profile that is being changed in it; empty where it becomes a new one. */
export interface DraftKey {
  readonly by: UserId;
  readonly about: ProfileId | "";
}

/** What was filled into a form and not saved. */
export interface KeptDraft {
  readonly values: FormValues;
  /** Of the profile that is being changed, what `values` were made from. Missing where that is not known. */
  readonly revision?: number | undefined;
  /** Why it is changed. Missing where nobody said. */
  readonly reason?: string | undefined;
  /** UTC, ISO 8601. */
  readonly keptAt: string;
}

interface ChangeDraft extends KeptDraft {
  readonly about: ProfileId;
}

/** What people of one workspace have filled in and not saved: for each of them and each subject the last. */
export interface DraftStore {
  keep(ask: DraftKey & Omit<KeptDraft, "keptAt"> & { readonly at: Date }): Promise<void>;
  /** Those that were kept after `since`. */
  find(ask: DraftKey & { readonly since: Date }): Promise<KeptDraft | undefined>;
  /** Those about profiles that are being changed, the newest first. */
  ofChanges(ask: Pick<DraftKey, "by"> & { readonly since: Date }): Promise<readonly ChangeDraft[]>;
  forget(key: DraftKey): Promise<void>;
  /** Leaves nothing in the file of what was kept at `upTo` or before; false where there was nothing. */
  forgetOld(upTo: Date): Promise<boolean>;
}
