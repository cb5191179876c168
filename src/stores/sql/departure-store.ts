import type { Kysely } from "kysely";
import { EnterpriseId, TeamId } from "../../rules/people.ts";
import type { Departure, DepartureStore, WorkspaceWithin } from "../departure-store.ts";
import type { InstallationId } from "../installation-store.ts";
import type { ControlFile } from "./control-file.ts";
import type { ControlTables } from "./tables.ts";

type Db = Kysely<ControlTables>;

export function createSqlDepartureStore(control: ControlFile): DepartureStore {
  return {
    async leave({ id, at, dataUntil }) {
      const hasLeft = await control.use((db) =>
        db.transaction().execute(async (write) => {
          if (await isOlder(write, { id, at })) return false;
          const teams = await teamsOf(write, id);
          if (!(await isKept(write, { id, teams }))) return false;
          await write.deleteFrom("installations").where("id", "=", id).execute();
          await forgetKeys(write, teams);
          await note(write, { id, left_at: at, data_until: dataUntil });
          return true;
        }),
      );
      if (hasLeft) await control.scrub();
      return hasLeft;
    },
    async loseAccess({ teamId: id, at, dataUntil }) {
      const hasLost = await control.use((db) =>
        db.transaction().execute(async (write) => {
          const within = await withinOf(write, id);
          if (within === undefined || (await installedAtOf(write, id)) !== undefined) return false;
          if (await isOlder(write, { id: within.organization, at })) return false;
          await forgetKeys(write, [id]);
          await note(write, { id, left_at: at, data_until: dataUntil });
          return true;
        }),
      );
      if (hasLost) await control.scrub();
      return hasLost;
    },
    regainAccess: ({ teamId, at }) =>
      control.use(async (db) => {
        const { numDeletedRows } = await db
          .deleteFrom("departures")
          .where("id", "=", teamId)
          .where("left_at", "<=", at)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    due: (now) =>
      control.use(async (db) => {
        const rows = await db
          .selectFrom("departures")
          .select("id")
          .where("data_until", "<=", now)
          .orderBy("data_until")
          .execute();
        const found: Departure[] = [];
        for (const row of rows) {
          const id = row.id as InstallationId;
          const within = await withinOf(db, id);
          found.push({ id, teams: await teamsOf(db, id), ...(within === undefined ? {} : { within }) });
        }
        return found;
      }),
    isDue: ({ id, teamId, now }) =>
      control.use(async (db) => {
        const row = await db
          .selectFrom("departures")
          .select("id")
          .where("id", "=", id)
          .where("data_until", "<=", now)
          .executeTakeFirst();
        return row !== undefined && (await teamsOf(db, id)).includes(teamId);
      }),
    async end({ id, teams }) {
      await control.use((db) =>
        db.transaction().execute(async (write) => {
          const { numDeletedRows } = await write
            .deleteFrom("departures")
            .where("id", "=", id)
            .executeTakeFirst();
          if (numDeletedRows === 0n) return;
          await write
            .deleteFrom("installer_greetings")
            .where("id", "in", [id, ...teams])
            .execute();
          if (teams.length === 0) return;
          await forgetKeys(write, teams);
          await write.deleteFrom("reminders").where("team_id", "in", teams).execute();
          await write.deleteFrom("workspaces").where("team_id", "in", teams).execute();
        }),
      );
      await control.scrub();
    },
  };
}

async function forgetKeys(db: Db, teams: readonly TeamId[]): Promise<void> {
  if (teams.length === 0) return;
  await db.deleteFrom("api_keys").where("team_id", "in", teams).execute();
  await db.deleteFrom("connections").where("team_id", "in", teams).execute();
}

/** Where it was noted before, the first word counts. */
async function note(db: Db, departure: ControlTables["departures"]): Promise<void> {
  await db
    .insertInto("departures")
    .values(departure)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether what happened at `at` is older than the installation. */
async function isOlder(db: Db, { id, at }: { id: InstallationId; at: string }): Promise<boolean> {
  const installedAt = await installedAtOf(db, id);
  return installedAt !== undefined && inSeconds(installedAt) > inSeconds(at);
}

async function installedAtOf(db: Db, id: InstallationId): Promise<string | undefined> {
  const row = await db
    .selectFrom("installations")
    .select("installed_at")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.installed_at;
}

/** Undefined where it is no workspace, or of no organization that has the app. */
async function withinOf(db: Db, id: InstallationId): Promise<WorkspaceWithin | undefined> {
  const row = await db
    .selectFrom("workspaces")
    .innerJoin("installations", "installations.id", "workspaces.enterprise_id")
    .select(["team_id", "installations.id as organization"])
    .where("team_id", "=", id)
    .executeTakeFirst();
  return row && { teamId: TeamId.parse(row.team_id), organization: EnterpriseId.parse(row.organization) };
}

/** Whether anything is kept of it: a workspace may be unknown that has a token or a key. */
async function isKept(
  db: Db,
  { id, teams }: { id: InstallationId; teams: readonly TeamId[] },
): Promise<boolean> {
  if ((await installedAtOf(db, id)) !== undefined) return true;
  if (teams.length === 0) return false;
  for (const table of ["workspaces", "connections", "api_keys"] as const) {
    const row = await db
      .selectFrom(table)
      .select("team_id")
      .where("team_id", "in", teams)
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return true;
  }
  return false;
}

/** An organization's workspaces may have the app for themselves, too; those stay. */
async function teamsOf(db: Db, id: InstallationId): Promise<TeamId[]> {
  const { data: own } = TeamId.safeParse(id);
  if (own !== undefined) return [own];
  const rows = await db
    .selectFrom("workspaces")
    .select("team_id")
    .where("enterprise_id", "=", id)
    .where("team_id", "not in", (installed) => installed.selectFrom("installations").select("id"))
    .orderBy("team_id")
    .execute();
  return rows.map(({ team_id }) => TeamId.parse(team_id));
}

/** As exact as Slack is with the time of an event. */
function inSeconds(at: string): number {
  return Math.floor(Date.parse(at) / 1000);
}
