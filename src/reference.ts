import { randomBytes } from "node:crypto";

/** What a person or a program is told that the log tells too: letters and digits that are not mistaken when read out. */
export function newReference(): string {
  const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  return [...randomBytes(6)].map((byte) => alphabet[byte % alphabet.length]).join("");
}
