import { z } from "zod";
import type { AccessSettings, SetAccess } from "./access.ts";
import { isKeyName } from "./api-key.ts";
import type { Doer } from "./people.ts";

/** What was done to a profile, which whoever may look at profiles may know. */
export const profileKinds = [
  "profile-created",
  "profile-changed",
  "profile-paused",
  "profile-resumed",
  "profile-imported",
  "profile-archived",
  "profile-taken-back",
  "profile-deleted",
  "owner-set",
] as const;

/** What a workspace's history tells of. */
export const AuditKind = z.enum([
  ...profileKinds,
  "writers-set",
  "guests-set",
  "admins-set",
  "access-requested",
  "access-allowed",
  "access-denied",
  "access-withdrawn",
  "plan-set",
  "key-made",
  "key-revoked",
  "restored",
  "exported",
  "kashew-connected",
  "kashew-disconnected",
]);
export type AuditKind = z.infer<typeof AuditKind>;

/** Who did what, when, to what, and what it was before and after. People stand in it by their ids. */
export interface AuditEntry {
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly by: Doer;
  readonly kind: AuditKind;
  /** A profile's name, a person's id, or as much of a key as may be shown. */
  readonly subject: string;
  readonly before: string;
  readonly after: string;
}

export type Door = "slack" | "rest" | "operator";

/** Through which door it was done: people, programs and the operator have one each. */
export function doorOf(by: Doer): Door {
  if (by === "operator") return "operator";
  return isKeyName(by) ? "rest" : "slack";
}

/** One entry for each right that changed. */
export function tellAccessChange(
  was: AccessSettings,
  change: SetAccess,
): Pick<AuditEntry, "kind" | "before" | "after">[] {
  const { writers, chosen, guestsMayLook, icpAdmins } = change;
  return [
    ...(writers === undefined || chosen === undefined
      ? []
      : [
          {
            kind: "writers-set" as const,
            before: [was.writers, ...was.chosen].join(" "),
            after: [writers, ...chosen].join(" "),
          },
        ]),
    ...(guestsMayLook === undefined
      ? []
      : [{ kind: "guests-set" as const, before: look(was.guestsMayLook), after: look(guestsMayLook) }]),
    ...(icpAdmins === undefined
      ? []
      : [{ kind: "admins-set" as const, before: was.icpAdmins.join(" "), after: icpAdmins.join(" ") }]),
  ];
}

function look(may: boolean): string {
  return may ? "may look" : "may not look";
}
