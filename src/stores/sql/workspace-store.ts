import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { TeamId } from "../../rules/people.ts";
import { Plan } from "../../rules/plan.ts";
import type { Workspace, WorkspaceStore } from "../workspace-store.ts";
import { controlMigrations } from "./migrations.ts";
import { fromSqlite } from "./sqlite-fault.ts";
import { openSqliteFile } from "./sqlite-file.ts";
import type { ControlTables } from "./tables.ts";

export interface SqlWorkspaceStore extends WorkspaceStore {
  close(): Promise<void>;
}

/** Opens `<folder>/control.sqlite`, made if it is not there. */
export async function openSqlWorkspaceStore(folder: string): Promise<SqlWorkspaceStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "control.sqlite");
  const db = await openSqliteFile<ControlTables>(path, controlMigrations);
  return {
    list: () =>
      run(async () => {
        const rows = await db.selectFrom("workspaces").selectAll().orderBy("team_id").execute();
        return rows.map(toWorkspace);
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

function toWorkspace(row: ControlTables["workspaces"]): Workspace {
  const plan = Plan.nullable().parse(row.plan);
  return {
    teamId: TeamId.parse(row.team_id),
    name: row.name,
    ...(plan === null ? {} : { plan }),
  };
}
