import type { EnterpriseId, TeamId } from "../rules/people.ts";

/** Something to be done in a workspace once its time has come. */
export interface Reminder {
  readonly teamId: TeamId;
  /** What a person typed has waited long enough; or a person may not have been told what became of their request. */
  readonly kind: "draft-expired" | "answer-untold";
  /** Whose it is, or the request's id. */
  readonly subject: string;
  /** UTC, ISO 8601. */
  readonly dueAt: string;
}

export interface DueReminder extends Reminder {
  /** Through which the workspace has the app. */
  readonly organization?: EnterpriseId;
}

/**
 * What is to be done later, whichever process is there then, without a look into every workspace. Each method is one
 * atomic step; what breaks is a `Fault`.
 */
export interface ReminderStore {
  /** Takes the place of the one of the same kind and subject. */
  set(reminder: Reminder): Promise<void>;
  /** Those whose time has come, the oldest first. */
  due(now: Date): Promise<readonly DueReminder[]>;
  /** Forgets it, unless it was set anew meanwhile. */
  clear(reminder: Reminder): Promise<void>;
}
