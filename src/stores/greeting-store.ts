import type { TeamId, UserId } from "../rules/people.ts";
import type { InstallationId } from "./installation-store.ts";

/** Whom of a workspace the app has told what it is. Each method is one atomic step; what breaks is a `Fault`. */
export interface GreetingStore {
  /** False where it was told before. */
  add(userId: UserId): Promise<boolean>;
  remove(userId: UserId): Promise<void>;
}

/** Whom the app has told what it is for having installed it. Each method is one atomic step; what breaks is a `Fault`. */
export interface InstallerGreetingStore {
  /** False where they were told before. */
  add(greeting: { readonly id: InstallationId; readonly userId: UserId }): Promise<boolean>;
  /** Whether they were told as the installer in this workspace, or in its organization. */
  has(person: { readonly teamId: TeamId; readonly userId: UserId }): Promise<boolean>;
  remove(greeting: { readonly id: InstallationId; readonly userId: UserId }): Promise<void>;
}
