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

/**
 * Who made something: a person, the operator of this installation, a program with a key, or somebody in Kashew of whom
 * no more is known.
 */
export const Author = z.union([UserId, z.literal(["operator", "kashew"]), KeyName]);
export type Author = z.infer<typeof Author>;

/** Who does something here. */
export type Doer = Exclude<Author, "kashew">;

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

/** Whether somebody belongs to the workspace and is no guest in it. */
export function isFullMember(standing: Standing): standing is "owner" | "admin" | "member" {
  return standing === "owner" || standing === "admin" || standing === "member";
}

/** Somebody who asks in Slack. */
export interface Person {
  readonly kind: "slack";
  readonly teamId: TeamId;
  readonly userId: UserId;
  readonly standing: Standing;
  /** Whether it was they who installed the app here. */
  readonly isInstaller: boolean;
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
export function doerOf(actor: Actor): Doer {
  return actor.kind === "slack" ? actor.userId : actor.key;
}

export function isGuest(actor: Actor): boolean {
  return actor.kind === "slack" && actor.standing === "guest";
}
