import { join } from "node:path";
import { z } from "zod";
import { Fault } from "../../errors.ts";
import { TeamId } from "../../rules/people.ts";
import { Plan } from "../../rules/plan.ts";
import type { Workspace, WorkspaceRow, WorkspaceStore } from "../workspace-store.ts";
import { controlMigrations } from "./migrations.ts";
import { fromSqlite } from "./sqlite-fault.ts";
import { openSqliteFile } from "./sqlite-file.ts";
import type { ControlTables } from "./tables.ts";

export interface SqlWorkspaceStore extends WorkspaceStore {
  close(): Promise<void>;
}

/** Opens `<folder>/control.sqlite`, made if it is not there. */
export async function openSqlWorkspaceStore(folder: string): Promise<SqlWorkspaceStore> {
  const path = join(folder, "control.sqlite");
  const db = await openSqliteFile<ControlTables>(path, controlMigrations);
  return {
    list: () =>
      run(async () => {
        const rows = await db.selectFrom("workspaces").selectAll().orderBy("team_id").execute();
        return rows.map(toListed);
      }),
    find: (teamId) =>
      run(async () => {
        const row = await db
          .selectFrom("workspaces")
          .selectAll()
          .where("team_id", "=", teamId)
          .executeTakeFirst();
        return row === undefined ? undefined : toWorkspace(row);
      }),
    meet: ({ teamId, name }) =>
      run(async () => {
        await db
          .insertInto("workspaces")
          .values({ team_id: teamId, name, plan: null })
          .onConflict((conflict) => conflict.column("team_id").doUpdateSet({ name }))
          .execute();
      }),
    setPlan: (teamId, plan) =>
      run(async () => {
        const { numUpdatedRows } = await db
          .updateTable("workspaces")
          .set({ plan })
          .where("team_id", "=", teamId)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    forget: (teamId) =>
      run(async () => {
        const { numDeletedRows } = await db
          .deleteFrom("workspaces")
          .where("team_id", "=", teamId)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    close: () => db.destroy(),
  };

  async function run<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (thrown) {
      throw fromSqlite(thrown, path);
    }
  }
}

const StoredWorkspace = z.object({ team_id: TeamId, name: z.string(), plan: Plan.nullable() });

/** What this version does not know is not guessed at: another plan would be given or taken unasked. */
function toWorkspace(row: ControlTables["workspaces"]): Workspace {
  const stored = StoredWorkspace.safeParse(row);
  if (!stored.success) throw new Fault("store-newer", `this version cannot read ${JSON.stringify(row)}`);
  const { team_id: teamId, name, plan } = stored.data;
  return { teamId, name, ...(plan === null ? {} : { plan }) };
}

function toListed(row: ControlTables["workspaces"]): WorkspaceRow {
  const { plan } = row;
  if (plan === null || Plan.safeParse(plan).success) return toWorkspace(row);
  return { ...toWorkspace({ ...row, plan: null }), unknownPlan: plan };
}
