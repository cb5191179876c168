import type { Actor } from "../rules/people.ts";
import type { WritesToday } from "../rules/plan.ts";
import type { Connection } from "../stores/connection-store.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";
import { toWrites } from "./writes.ts";

export type ShowConnectionAnswer =
  | Refused
  /** `keptHere` counts the profiles that the workspace keeps itself. */
  | { readonly kind: "not-connected"; readonly keptHere: number }
  | {
      readonly kind: "connected";
      readonly connection: Connection;
      readonly keptHere: number;
      /** As far as this app knows: the key may be used elsewhere, too. */
      readonly requestsThisHour: number;
      readonly writes: WritesToday;
    };

/** How the workspace stands with Kashew, for those who look after the app. */
export async function showConnection(deps: Deps, actor: Actor): Promise<ShowConnectionAnswer> {
  const permission = await permit(deps, actor, "administer");
  if (permission.kind === "refused") return permission;
  const { teamId } = actor;
  const { profiles, governance } = permission;
  const { total: keptHere } = await deps.profilesOf({ teamId }).count();
  const { connection } = (await deps.workspaces.find(teamId)) ?? {};
  if (connection === undefined) return { kind: "not-connected", keptHere };
  return {
    kind: "connected",
    connection,
    keptHere,
    requestsThisHour: profiles.requestsThisHour?.() ?? 0,
    writes: toWrites(await profiles.writesToday(deps.now()), { profiles, plan: governance.plan }),
  };
}
