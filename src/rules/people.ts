import { z } from "zod";
import type { KeyScope } from "./api-key.ts";
import { KeyName } from "./api-key.ts";
import type { Plan } from "./plan.ts";

/** A Slack workspace's id. Parsed before it may become a file's name. */
export const TeamId = z
  .string()
  .regex(
    /^T[A-Z0-9]{1,30}$/,
    "a workspace id is a T followed by capital letters and digits, such as T0123ABCD",
  )
  .brand<"TeamId">();
export type TeamId = z.infer<typeof TeamId>;

/** An Enterprise organization's id. */
export const EnterpriseId = z
  .string()
  .regex(/^E[A-Z0-9]{1,30}$/, "an organization's id is an E followed by capital letters and digits")
  .brand<"EnterpriseId">();
export type EnterpriseId = z.infer<typeof EnterpriseId>;

/** A Slack person's id. `W` stands in front where the person belongs to an Enterprise organization. */
export const UserId = z
  .string()
  .regex(/^[UW][A-Z0-9]{1,30}$/, "a person's id is a U or W followed by capital letters and digits")
  .brand<"UserId">();
export type UserId = z.infer<typeof UserId>;

/** Who made something: a person, the operator of this installation, or a program with a key. */
export const Author = z.union([UserId, z.literal("operator"), KeyName]);
export type Author = z.infer<typeof Author>;

/**
 * What a person is to the workspace whose profiles they ask for. `unknown` means that Slack did not tell;
 * `stranger` belongs to another workspace or organization.
 */
export type Standing =
  | "owner"
  | "admin"
  | "member"
  | "guest"
  | "stranger"
  | "deactivated"
  | "bot"
  | "unknown";

/** Somebody who asks in Slack. */
export interface Person {
  readonly kind: "slack";
  readonly teamId: TeamId;
  readonly userId: UserId;
  readonly standing: Standing;
}

/** A program that asks with one of the workspace's keys. */
export interface KeyHolder {
  readonly kind: "rest";
  readonly teamId: TeamId;
  readonly key: KeyName;
  readonly scopes: readonly KeyScope[];
  /** The workspace's, when the key was recognized. */
  readonly plan: Plan;
}

/** Who asks. */
export type Actor = Person | KeyHolder;

/** Under whom what they do is kept. */
export function authorOf(actor: Actor): Author {
  return actor.kind === "slack" ? actor.userId : actor.key;
}

export function isGuest(actor: Actor): boolean {
  return actor.kind === "slack" && actor.standing === "guest";
}
