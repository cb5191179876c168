import type { Departure } from "../stores/departure-store.ts";
import type { InstallationId } from "../stores/installation-store.ts";
import type { DueReminder, ReminderStore } from "../stores/reminder-store.ts";
import type { ForgetDeps } from "../usecases/forget-departed.ts";
import { forgetDeparted } from "../usecases/forget-departed.ts";
import type { DueTask } from "./upkeep.ts";

interface DueDeps extends ForgetDeps {
  readonly reminders: ReminderStore;
  /** Whether it is known who is served: until then nobody counts as gone. */
  isServing(): boolean;
  /** Forgets what is remembered of an installation that may not be there any more. */
  letGo(id: InstallationId): void;
  /** Asks about a few of the installations each time. */
  rollCall(): AsyncIterable<DueTask>;
  /** False where there was nothing. */
  forgetOldDrafts(reminder: DueReminder): Promise<boolean>;
  /** False where nobody had to be told. */
  tellUntold(reminder: DueReminder): Promise<boolean>;
}

/** What has to be done now that nobody asks for. What was forgotten on the way is not touched again. */
export function findDue(deps: DueDeps) {
  return async function* (): AsyncGenerator<DueTask> {
    const now = deps.now();
    yield* deps.rollCall();
    const departures = deps.isServing() ? await deps.departures.due(now.toISOString()) : [];
    for (const departure of departures) {
      yield { team: departure.id, carryOut: () => forget(deps, departure) };
    }
    for (const reminder of await deps.reminders.due(now)) {
      yield { team: reminder.teamId, carryOut: () => heed(deps, reminder) };
    }
  };
}

async function forget(deps: DueDeps, departure: Departure): Promise<string> {
  const isForgotten = await forgetDeparted(deps, departure);
  deps.letGo(departure.id);
  return isForgotten ? "forgotten: its time after leaving is over" : "not forgotten: it has the app again";
}

async function heed(deps: DueDeps, reminder: DueReminder): Promise<string | undefined> {
  switch (reminder.kind) {
    case "draft-expired":
      return (await deps.forgetOldDrafts(reminder))
        ? "forgotten: what somebody had typed and not taken up in time"
        : undefined;
    case "answer-untold":
      return (await deps.tellUntold(reminder)) ? "told late what became of a request" : undefined;
  }
}
