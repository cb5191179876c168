import { randomBytes } from "node:crypto";

/** An id as Slack makes them: a letter, then capitals and digits. */
export function newId(prefix: string): string {
  return prefix + token(10).toUpperCase();
}

/** Lower-case letters and digits that nobody can guess. */
export function token(length: number): string {
  return randomBytes(length).toString("hex").slice(0, length);
}

/** Stands in every secret that this Slack gives out: whoever searches for it finds each, wherever it got to. */
export const canary = "5ec2e7ca9a27";

/** The canary, and what nobody can guess. */
export function secret(length: number): string {
  return canary + token(length - canary.length);
}

/** A view's hash: seconds, a dot, eight characters. */
export function newHash(now: number): string {
  return `${Math.floor(now / 1000)}.${token(8)}`;
}
