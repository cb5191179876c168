import { z } from "zod";
import { Fault } from "../../errors.ts";
import { TeamId } from "../../rules/people.ts";
import { Plan } from "../../rules/plan.ts";
import type { Workspace, WorkspaceRow, WorkspaceStore } from "../workspace-store.ts";
import type { ControlFile } from "./control-file.ts";
import type { ControlTables } from "./tables.ts";

export function createSqlWorkspaceStore(control: ControlFile): WorkspaceStore {
  return {
    list: () =>
      control.use(async (db) => {
        const rows = await db.selectFrom("workspaces").selectAll().orderBy("team_id").execute();
        return rows.map(toListed);
      }),
    find: (teamId) =>
      control.ask(`workspace ${teamId}`, async (db) => {
        const row = await db
          .selectFrom("workspaces")
          .selectAll()
          .where("team_id", "=", teamId)
          .executeTakeFirst();
        return row === undefined ? undefined : toWorkspace(row);
      }),
    meet: ({ teamId, name, enterpriseId = null }) =>
      control.use(async (db) => {
        await db
          .insertInto("workspaces")
          .values({ team_id: teamId, name, plan: null, enterprise_id: enterpriseId })
          .onConflict((conflict) =>
            conflict.column("team_id").doUpdateSet({ name, enterprise_id: enterpriseId }),
          )
          .execute();
      }),
    setPlan: (teamId, plan) =>
      control.use(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable("workspaces")
          .set({ plan })
          .where("team_id", "=", teamId)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    async forget(teamId) {
      const wasKnown = await control.use((db) =>
        db.transaction().execute(async (write) => {
          const deleted = [
            await write.deleteFrom("workspaces").where("team_id", "=", teamId).executeTakeFirst(),
            await write.deleteFrom("installations").where("id", "=", teamId).executeTakeFirst(),
            await write.deleteFrom("departures").where("id", "=", teamId).executeTakeFirst(),
            await write.deleteFrom("api_keys").where("team_id", "=", teamId).executeTakeFirst(),
          ];
          return deleted.some(({ numDeletedRows }) => numDeletedRows > 0n);
        }),
      );
      if (wasKnown) await control.scrub();
      return wasKnown;
    },
  };
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
