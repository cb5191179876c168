import type { Person } from "../rules/people.ts";
import type { ProfilePage } from "../stores/profile-store.ts";
import { everyProfile } from "./export-profiles.ts";
import { noteOutside } from "./note-outside.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

/** Where they are read from tells how old they are. */
export type Exported = Pick<ProfilePage, "profiles" | "source">;

/** Every profile, newest first, for those who look after the app: on whatever plan, since they are theirs. */
export async function takeExport(
  deps: Deps,
  actor: Person,
): Promise<Refused | ({ readonly kind: "exported" } & Exported)> {
  const permission = await permit(deps, actor, "administer");
  if (permission.kind === "refused") return permission;
  const { profiles, source } = await permission.profiles.list(everyProfile);
  const { teamId, userId: by } = actor;
  await noteOutside(deps, teamId, { kind: "exported", by, after: `${profiles.length} profiles` });
  return { kind: "exported", profiles, source };
}
