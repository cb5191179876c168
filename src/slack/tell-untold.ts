import type { Log } from "../log.ts";
import type { DueReminder } from "../stores/reminder-store.ts";
import type { UseCases } from "../usecases/use-cases.ts";
import { tellAnswer } from "./actions/close-request.ts";
import type { Installations } from "./install/installations.ts";
import { createWorkplace } from "./listening/workplace.ts";
import type { Directory } from "./web-api/directory.ts";

/** Tells somebody of the answer to their request who was not told when it was given. False where nobody had to be. */
export function tellUntold({
  usecases,
  installations,
  directory,
  log,
}: {
  usecases: Pick<UseCases, "findUntold" | "noteTold">;
  installations: Installations;
  directory: Directory;
  log: Log;
}) {
  return async (reminder: DueReminder): Promise<boolean> => {
    if (!installations.isReady) return false;
    const request = await usecases.findUntold(reminder);
    if (request === undefined) return false;
    const { teamId, organization: enterpriseId } = reminder;
    const installation = await installations.find({ teams: [teamId], enterpriseId });
    if (installation === undefined) return false;
    await tellAnswer(usecases, request, createWorkplace({ installation, directory, log }));
    return true;
  };
}
