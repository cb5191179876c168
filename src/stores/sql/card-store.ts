import type { Kysely } from "kysely";
import type { TeamId } from "../../rules/people.ts";
import type { Card, CardBehind, CardStore } from "../card-store.ts";
import type { WorkspaceTables } from "./tables.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

export function createSqlCardStore(files: WorkspaceFiles, teamId: TeamId): CardStore {
  return {
    add: ({ channel, ts, profile, sharedBy, shown }, most) =>
      files.use(teamId, (db) =>
        db.transaction().execute(async (write) => {
          const state = (await isThere(write, profile)) ? "kept" : "deleted";
          const row = { channel, ts, profile_id: profile, shared_by: sharedBy, shown, state };
          await write.insertInto("cards").values(row).execute();
          const newest = write
            .selectFrom("cards")
            .select("ts")
            .where("profile_id", "=", profile)
            .orderBy("ts", "desc")
            .limit(most);
          await write
            .updateTable("cards")
            .set({ state: "overtaken" })
            .where("profile_id", "=", profile)
            .where("ts", "not in", newest)
            .execute();
        }),
      ),
    behind: (most) => files.use(teamId, (db) => findBehind(db, most)),
    show: ({ channel, ts }, shown) =>
      files.use(teamId, async (db) => {
        await db
          .updateTable("cards")
          .set({ shown })
          .where("channel", "=", channel)
          .where("ts", "=", ts)
          .execute();
      }),
    forget: ({ channel, ts }) =>
      files.use(teamId, async (db) => {
        await db.deleteFrom("cards").where("channel", "=", channel).where("ts", "=", ts).execute();
      }),
  };
}

/** In the list or in the archive. */
async function isThere(db: Kysely<WorkspaceTables>, id: Card["profile"]): Promise<boolean> {
  const live = db.selectFrom("profiles").select("id").where("id", "=", id);
  const archived = db.selectFrom("archived_profiles").select("id").where("id", "=", id);
  return (await live.unionAll(archived).executeTakeFirst()) !== undefined;
}

/** A profile that is not kept here, but in Kashew, has no revision, and its card is left as it is. */
async function findBehind(db: Kysely<WorkspaceTables>, most: number): Promise<readonly CardBehind[]> {
  const rows = await db
    .selectFrom("cards")
    .leftJoin("profiles", "profiles.id", "cards.profile_id")
    .leftJoin("archived_profiles", "archived_profiles.id", "cards.profile_id")
    .select(["channel", "ts", "profile_id", "shared_by", "state"])
    .where(({ eb, or, fn }) => {
      const now = fn.coalesce("profiles.revision", "archived_profiles.revision");
      // What an earlier version posted shows nobody knows which.
      return or([eb("state", "<>", "kept"), eb(fn.coalesce("shown", eb.lit(0)), "<>", now)]);
    })
    .orderBy("ts", "desc")
    .limit(most)
    .execute();
  return rows.map(({ channel, ts, profile_id, shared_by, state }) => ({
    channel,
    ts,
    profile: profile_id as Card["profile"],
    sharedBy: shared_by as Card["sharedBy"],
    why: state === "kept" ? "changed" : (state as CardBehind["why"]),
  }));
}
