import { setFields } from "../rules/hints.ts";
import type { Overlap } from "../rules/overlap.ts";
import { leastFields } from "../rules/overlap.ts";
import type { Person } from "../rules/people.ts";
import type { DraftAsk } from "./kept-drafts.ts";
import type { Deps } from "./permit.ts";
import { permit } from "./permit.ts";

/**
 * What a form that is filled already has in common with another profile; nothing for whoever may not save it. The form
 * has three seconds to open, and better opens without this than not at all.
 */
export async function findOverlap(
  deps: Deps,
  actor: Person,
  { about, values }: DraftAsk,
): Promise<Overlap | undefined> {
  if (setFields(values).length < leastFields) return undefined;
  const permission = await permit(deps, actor, about === "" ? "create" : "change");
  if (permission.kind === "refused") return undefined;
  const except = about === "" ? undefined : about;
  return permission.profiles.findOverlap({ targets: values, except, mayWait: false });
}
