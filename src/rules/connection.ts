import { z } from "zod";

/** A workspace's key to Kashew. Source: Kashew's API page: `kshw_`, 8 characters that name the tenant, 32 secret ones. */
export const KashewKey = z
  .string()
  .trim()
  .regex(/^kshw_[A-Za-z0-9]{8}_[A-Za-z0-9_-]{32}$/, "a key of Kashew’s is kshw_, 8 characters, _ and 32 more")
  .brand<"KashewKey">();
export type KashewKey = z.infer<typeof KashewKey>;

/** The half that nobody may see. */
export function secretOf(key: KashewKey): string {
  return key.slice(-32);
}

/** Whatever looks like a key, or the beginning of one; the first group may be shown. */
export const keyShape = /(kshw_[^\W_]{0,8})[\w-]*/gi;

/** As much of a text as may be shown: "kshw_abcd1234_…" */
export function maskKeys(text: string): string {
  return text.replace(keyShape, "$1_…");
}

/**
 * How a workspace stands with Kashew: `broken` is a key that Kashew no longer takes, `plan` a plan that includes no
 * profiles, `read-only` a key without the scope icp:write.
 */
export const ConnectionState = z.enum(["ok", "broken", "plan", "read-only"]);
export type ConnectionState = z.infer<typeof ConnectionState>;
