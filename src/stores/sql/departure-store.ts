import type { Kysely } from "kysely";
import { TeamId } from "../../rules/people.ts";
import type { Departure, DepartureStore } from "../departure-store.ts";
import type { InstallationId } from "../installation-store.ts";
import type { ControlFile } from "./control-file.ts";
import type { ControlTables } from "./tables.ts";

type Db = Kysely<ControlTables>;

export function createSqlDepartureStore(control: ControlFile): DepartureStore {
  return {
    async leave({ id, at, dataUntil }) {
      const hasLeft = await control.use((db) =>
        db.transaction().execute(async (write) => {
          const installed = await write
            .selectFrom("installations")
            .select("installed_at")
            .where("id", "=", id)
            .executeTakeFirst();
          if (installed !== undefined && inSeconds(installed.installed_at) > inSeconds(at)) return false;
          const teams = await teamsOf(write, id);
          if (installed === undefined && teams.length === 0) return false;
          await write
            .deleteFrom("connections")
            .where("team_id", "in", [id, ...teams])
            .execute();
          await write.deleteFrom("installations").where("id", "=", id).execute();
          await write
            .insertInto("departures")
            .values({ id, data_until: dataUntil })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
          return true;
        }),
      );
      if (hasLeft) await control.scrub();
      return hasLeft;
    },
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
          found.push({ id, teams: await teamsOf(db, id) });
        }
        return found;
      }),
    async end({ id, teams }) {
      await control.use((db) =>
        db.transaction().execute(async (write) => {
          const { numDeletedRows } = await write
            .deleteFrom("departures")
            .where("id", "=", id)
            .executeTakeFirst();
          if (numDeletedRows === 0n || teams.length === 0) return;
          await write.deleteFrom("workspaces").where("team_id", "in", teams).execute();
          await write.deleteFrom("connections").where("team_id", "in", teams).execute();
        }),
      );
      await control.scrub();
    },
  };
}

/** An organization's workspaces may have the app for themselves, too; those stay. */
async function teamsOf(db: Db, id: InstallationId): Promise<TeamId[]> {
  const rows = await db
    .selectFrom("workspaces")
    .select("team_id")
    .where((where) =>
      where.or([
        where("team_id", "=", id),
        where.and([
          where("enterprise_id", "=", id),
          where("team_id", "not in", where.selectFrom("installations").select("id")),
        ]),
      ]),
    )
    .orderBy("team_id")
    .execute();
  return rows.map(({ team_id }) => TeamId.parse(team_id));
}

/** As exact as Slack is with the time of an event. */
function inSeconds(at: string): number {
  return Math.floor(Date.parse(at) / 1000);
}
