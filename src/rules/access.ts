import { z } from "zod";
import { UserId } from "./people.ts";

/** Who holds `icp:write` besides the workspace's owners, its admins and the ICP admins. */
export const Writers = z.enum(["admins", "members", "chosen"]);
export type Writers = z.infer<typeof Writers>;

/** Slack's menu of people holds no more. */
export const mostPeople = 100;

const People = z
  .array(UserId)
  .max(mostPeople)
  .transform((people) => [...new Set(people)]);

/** Who may do what in a workspace. */
export const AccessSettings = z.object({
  writers: Writers,
  /** Those who hold `icp:write` where `writers` is `chosen`; empty otherwise. */
  chosen: People,
  guestsMayLook: z.boolean(),
  /** Who looks after the app besides the workspace's owners and admins. */
  icpAdmins: People,
});
export type AccessSettings = z.infer<typeof AccessSettings>;

/** What people have set in Slack. What is missing has its default. */
export type SetAccess = Partial<AccessSettings>;

/** What has to be set so that what is wanted holds: what stays the same goes on coming from where it came. */
export function changeOf(was: AccessSettings, wanted: AccessSettings): SetAccess {
  const change: SetAccess = {};
  const chosen = wanted.writers === "chosen" ? wanted.chosen : [];
  if (was.writers !== wanted.writers || !isSame(was.chosen, chosen)) {
    change.writers = wanted.writers;
    change.chosen = chosen;
  }
  if (was.guestsMayLook !== wanted.guestsMayLook) change.guestsMayLook = wanted.guestsMayLook;
  if (!isSame(was.icpAdmins, wanted.icpAdmins)) change.icpAdmins = wanted.icpAdmins;
  return change;
}

/** What has to be set so that one more person holds `icp:write`; undefined where no more can be chosen. */
export function changeToAdd(was: AccessSettings, person: UserId): SetAccess | undefined {
  if (was.writers === "members") return {};
  const chosen = [...new Set([...was.chosen, person])];
  return chosen.length > mostPeople ? undefined : changeOf(was, { ...was, writers: "chosen", chosen });
}

export function isNoChange(change: SetAccess): boolean {
  return Object.keys(change).length === 0;
}

function isSame(some: readonly UserId[], others: readonly UserId[]): boolean {
  return some.length === others.length && some.every((each) => others.includes(each));
}
