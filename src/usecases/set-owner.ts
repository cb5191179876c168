import type { Actor, Author, UserId } from "../rules/people.ts";
import type { ProfileId } from "../rules/profile.ts";
import type { ChangedAnswer } from "./change-newest.ts";
import { changeNewest } from "./change-newest.ts";
import type { Deps } from "./permit.ts";

export interface SetOwnerAsk {
  readonly id: ProfileId;
  readonly owner: UserId;
  readonly reason?: string;
}

/** Names who answers for a profile. */
export function setOwner(
  deps: Deps,
  actor: Actor,
  { id, owner, reason }: SetOwnerAsk,
): Promise<ChangedAnswer> {
  const change = (now: { owner: Author }) => (now.owner === owner ? undefined : { owner });
  return changeNewest(deps, actor, { id, reason, change });
}
