import type { KeyHolder } from "../rules/people.ts";
import type { PlanTerms } from "../rules/plan.ts";
import { plans } from "../rules/plan.ts";
import type { Deps } from "./permit.ts";

export type RecognizeAnswer =
  | { readonly kind: "known"; readonly actor: KeyHolder; readonly terms: PlanTerms }
  | { readonly kind: "unknown" }
  /** Its workspace keeps its profiles in Kashew, which has an API and keys of its own. */
  | { readonly kind: "elsewhere" }
  /** No workspace has a key, so there is nothing that a key could open. */
  | { readonly kind: "closed" };

/** Who asks with this key, and what their workspace's plan includes. */
export async function recognizeKey(deps: Deps, secret: string): Promise<RecognizeAnswer> {
  const { apiKeys, workspaces, defaultPlan, now } = deps;
  const found = await apiKeys.recognize(secret, now());
  if (found === undefined) return { kind: (await hasKeys(deps)) ? "unknown" : "closed" };
  const { teamId, name: key, scopes } = found;
  const workspace = await workspaces.find(teamId);
  if (workspace?.connection !== undefined) return { kind: "elsewhere" };
  const actor: KeyHolder = { kind: "rest", teamId, key, scopes };
  return { kind: "known", actor, terms: plans[workspace?.plan ?? defaultPlan] };
}

/** Whether there is anything that a key could open. */
export function hasKeys({ apiKeys }: Deps): Promise<boolean> {
  return apiKeys.hasAny();
}
