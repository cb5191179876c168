import type { Kysely } from "kysely";
import { z } from "zod";
import { Fault } from "../../errors.ts";
import { ConnectionState } from "../../rules/connection.ts";
import { EnterpriseId, TeamId } from "../../rules/people.ts";
import { Plan } from "../../rules/plan.ts";
import type { Workspace, WorkspaceRow, WorkspaceStore } from "../workspace-store.ts";
import type { JoinedConnection } from "./connection-rows.ts";
import { toConnection } from "./connection-rows.ts";
import type { ControlFile } from "./control-file.ts";
import type { ControlTables } from "./tables.ts";

export function createSqlWorkspaceStore(control: ControlFile): WorkspaceStore {
  return {
    list: () =>
      control.use(async (db) => {
        const rows = await withConnection(db).orderBy("workspaces.team_id").execute();
        return rows.map(toListed);
      }),
    find: (teamId) => control.ask(`workspace ${teamId}`, (db) => findWorkspace(db, teamId)),
    meet: ({ teamId, name, enterpriseId }) =>
      control.use(async (db) => {
        const known = await findWorkspace(db, teamId).catch(() => undefined);
        // Met again and again, and a look needs no turn at writing.
        if (known?.name === name && known.organization === enterpriseId) return;
        await meetWorkspace(db, { teamId, name, enterpriseId });
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
            await write.deleteFrom("connections").where("team_id", "=", teamId).executeTakeFirst(),
            await write.deleteFrom("installations").where("id", "=", teamId).executeTakeFirst(),
            await write.deleteFrom("departures").where("id", "=", teamId).executeTakeFirst(),
            await write.deleteFrom("api_keys").where("team_id", "=", teamId).executeTakeFirst(),
            await write.deleteFrom("installer_greetings").where("id", "=", teamId).executeTakeFirst(),
            await write.deleteFrom("reminders").where("team_id", "=", teamId).executeTakeFirst(),
          ];
          return deleted.some(({ numDeletedRows }) => numDeletedRows > 0n);
        }),
      );
      if (wasKnown) await control.scrub();
      return wasKnown;
    },
  };
}

/** Remembers it under its present name, and the organization through which it has the app. */
export async function meetWorkspace(
  db: Kysely<ControlTables>,
  { teamId, name, enterpriseId }: Parameters<WorkspaceStore["meet"]>[0],
): Promise<void> {
  const met = { name, enterprise_id: enterpriseId ?? null };
  await db
    .insertInto("workspaces")
    .values({ team_id: teamId, plan: null, ...met })
    .onConflict((conflict) => conflict.column("team_id").doUpdateSet(met))
    .execute();
}

/** Makes it known where it was forgotten meanwhile: a key of a workspace that nobody knows would open nothing. */
export async function keepKnown(db: Kysely<ControlTables>, teamId: TeamId): Promise<void> {
  await db
    .insertInto("workspaces")
    .values({ team_id: teamId, name: "", plan: null, enterprise_id: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findWorkspace(
  db: Kysely<ControlTables>,
  teamId: string,
): Promise<Workspace | undefined> {
  const row = await withConnection(db).where("workspaces.team_id", "=", teamId).executeTakeFirst();
  return row && toWorkspace(row);
}

const StoredWorkspace = z.object({
  team_id: TeamId,
  name: z.string(),
  plan: Plan.nullable(),
  enterprise_id: EnterpriseId.nullable(),
});

type Row = Pick<ControlTables["workspaces"], "team_id" | "name" | "plan" | "enterprise_id"> &
  JoinedConnection;

function withConnection(db: Kysely<ControlTables>) {
  return db
    .selectFrom("workspaces")
    .leftJoin("connections", "connections.team_id", "workspaces.team_id")
    .select([
      "workspaces.team_id",
      "name",
      "plan",
      "enterprise_id",
      "shown_key",
      "connected_by",
      "connected_at",
      "state",
    ]);
}

/** What this version does not know is not guessed at: another plan would be given or taken unasked. */
function toWorkspace(row: Row): Workspace {
  const stored = StoredWorkspace.safeParse(row);
  if (!stored.success) throw new Fault("store-newer", `this version cannot read ${JSON.stringify(row)}`);
  const { team_id: teamId, name, plan, enterprise_id: organization } = stored.data;
  return {
    teamId,
    name,
    ...(organization === null ? {} : { organization }),
    ...(plan === null ? {} : { plan }),
    ...(row.connected_at === null ? {} : { connection: toConnection(row) }),
  };
}

function toListed(given: Row): WorkspaceRow {
  const row = ConnectionState.safeParse(given.state).success ? given : { ...given, connected_at: null };
  const { plan } = row;
  if (plan === null || Plan.safeParse(plan).success) return toWorkspace(row);
  return { ...toWorkspace({ ...row, plan: null }), unknownPlan: plan };
}
