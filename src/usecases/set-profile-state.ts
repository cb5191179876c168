import type { Actor } from "../rules/people.ts";
import type { ProfileId } from "../rules/profile.ts";
import type { ChangedAnswer } from "./change-newest.ts";
import { changeNewest } from "./change-newest.ts";
import type { Deps } from "./permit.ts";

export interface SetStateAsk {
  readonly id: ProfileId;
  readonly isActive: boolean;
  readonly reason?: string;
}

/** Pauses or resumes a profile. */
export function setProfileState(
  deps: Deps,
  actor: Actor,
  { id, isActive, reason }: SetStateAsk,
): Promise<ChangedAnswer> {
  const change = (now: { isActive: boolean }) => (now.isActive === isActive ? undefined : { isActive });
  return changeNewest(deps, actor, { id, reason, change });
}
