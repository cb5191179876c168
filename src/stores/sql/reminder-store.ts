import { EnterpriseId, TeamId } from "../../rules/people.ts";
import type { Reminder, ReminderStore } from "../reminder-store.ts";
import type { ControlFile } from "./control-file.ts";

export function createSqlReminderStore(control: ControlFile): ReminderStore {
  return {
    set: ({ teamId, kind, subject, dueAt }) =>
      control.use(async (db) => {
        await db
          .insertInto("reminders")
          .values({ team_id: teamId, kind, subject, due_at: dueAt })
          .onConflict((conflict) =>
            conflict.columns(["team_id", "kind", "subject"]).doUpdateSet({ due_at: dueAt }),
          )
          .execute();
      }),
    due: (now) =>
      control.use(async (db) => {
        const rows = await db
          .selectFrom("reminders")
          .leftJoin("workspaces", "workspaces.team_id", "reminders.team_id")
          .selectAll("reminders")
          .select("enterprise_id")
          .where("due_at", "<=", now.toISOString())
          .orderBy("due_at")
          .execute();
        return rows.map(({ team_id, kind, subject, due_at: dueAt, enterprise_id: organization }) => ({
          teamId: TeamId.parse(team_id),
          kind: kind as Reminder["kind"],
          subject,
          dueAt,
          ...(organization === null ? {} : { organization: EnterpriseId.parse(organization) }),
        }));
      }),
    clear: ({ teamId, kind, subject, dueAt }) =>
      control.use(async (db) => {
        await db
          .deleteFrom("reminders")
          .where("team_id", "=", teamId)
          .where("kind", "=", kind)
          .where("subject", "=", subject)
          .where("due_at", "<=", dueAt)
          .execute();
      }),
  };
}
