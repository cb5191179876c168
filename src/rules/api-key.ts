import { z } from "zod";

/** What may be shown of a key. Each key of an installation has its own, so that it names the key and its workspace. */
export const KeyName = z
  .string()
  .regex(/^kshw_[a-z0-9]{8}$/, "a key is named by its beginning, such as kshw_abcd1234")
  .brand<"KeyName">();
export type KeyName = z.infer<typeof KeyName>;

/** What a key may do beyond listing, which every key may. */
export const KeyScope = z.enum(["icp:write"]);
export type KeyScope = z.infer<typeof KeyScope>;

/** So many of a workspace's keys can be looked over at once. */
export const mostKeys = 20;

const form = /^(kshw_[a-z0-9]{8})_[A-Za-z0-9]{32}$/;

/** The name of the key that has this text; undefined where it is none of our keys. */
export function nameInKey(text: string): KeyName | undefined {
  return KeyName.safeParse(form.exec(text)?.[1]).data;
}

export function isKeyName(text: string): text is KeyName {
  return KeyName.safeParse(text).success;
}

/** "kshw_abcd1234_…" */
export function maskedKey(name: KeyName): string {
  return `${name}_…`;
}
