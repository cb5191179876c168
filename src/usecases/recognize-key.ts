import type { KeyHolder } from "../rules/people.ts";
import type { Deps } from "./permit.ts";

export type RecognizeAnswer =
  | { readonly kind: "known"; readonly actor: KeyHolder }
  | { readonly kind: "unknown" }
  /** Its workspace keeps its profiles in Kashew, which has an API and keys of its own. */
  | { readonly kind: "elsewhere" }
  /** No workspace has a key, so there is nothing that a key could open. */
  | { readonly kind: "closed" };

/** Who asks with this key. */
export async function recognizeKey(deps: Deps, secret: string): Promise<RecognizeAnswer> {
  const { apiKeys, defaultPlan, now } = deps;
  const found = await apiKeys.recognize(secret, now());
  if (found === undefined) return { kind: (await hasKeys(deps)) ? "unknown" : "closed" };
  const { apiKey, workspace } = found;
  const { teamId, name: key, scopes } = apiKey;
  if (workspace?.connection !== undefined) return { kind: "elsewhere" };
  const plan = workspace?.plan ?? defaultPlan;
  return { kind: "known", actor: { kind: "rest", teamId, key, scopes, plan } };
}

/** Whether there is anything that a key could open. */
export function hasKeys({ apiKeys }: Deps): Promise<boolean> {
  return apiKeys.hasAny();
}
