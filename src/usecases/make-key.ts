import type { KeyScope } from "../rules/api-key.ts";
import type { Person, TeamId } from "../rules/people.ts";
import type { MadeKey, MakeKeyAsk } from "../stores/api-key-store.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

/** Makes a key to the workspace's REST API. */
export async function makeKey(
  deps: Deps,
  actor: Person,
  scopes: readonly KeyScope[],
): Promise<Refused | MadeKey> {
  const permission = await permit(deps, actor, "administer");
  if (permission.kind === "refused") return permission;
  return make(deps, { teamId: actor.teamId, scopes, by: actor.userId, at: deps.now() });
}

/** The same as the operator. A workspace that was never met is known from then on, and needs no Slack. */
export async function makeKeyFor(
  deps: Deps,
  { teamId, scopes }: { teamId: TeamId; scopes: readonly KeyScope[] },
): Promise<MadeKey> {
  return make(deps, { teamId, scopes, by: "operator", at: deps.now() });
}

/** There is no key of which the workspace's history does not tell. */
async function make({ apiKeys, auditOf }: Deps, ask: MakeKeyAsk): Promise<MadeKey> {
  const { teamId, scopes, by, at } = ask;
  const made = await apiKeys.make(ask);
  if (made.kind === "full") return made;
  const { name } = made.apiKey;
  try {
    const entry = { kind: "key-made", subject: name, before: "", after: scopes.join(" ") } as const;
    await auditOf(teamId).note({ at: at.toISOString(), by, ...entry });
    return made;
  } catch (thrown) {
    await apiKeys.revoke({ teamId, name });
    throw thrown;
  }
}
