import type { UserId } from "../rules/people.ts";

/** Whom of a workspace the app has told what it is. Each method is one atomic step; what breaks is a `Fault`. */
export interface GreetingStore {
  /** False where it was told before. */
  add(userId: UserId): Promise<boolean>;
  remove(userId: UserId): Promise<void>;
}
