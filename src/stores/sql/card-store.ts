import type { TeamId } from "../../rules/people.ts";
import type { Card, CardStore } from "../card-store.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

export function createSqlCardStore(files: WorkspaceFiles, teamId: TeamId): CardStore {
  return {
    add: ({ channel, ts, profile, sharedBy }) =>
      files.use(teamId, async (db) => {
        await db
          .insertInto("cards")
          .values({ channel, ts, profile_id: profile, shared_by: sharedBy })
          .execute();
      }),
    of: (profile) =>
      files.use(teamId, async (db) => {
        const rows = await db
          .selectFrom("cards")
          .selectAll()
          .where("profile_id", "=", profile)
          .orderBy("ts", "desc")
          .execute();
        return rows.map(({ channel, ts, shared_by }) => ({
          channel,
          ts,
          profile,
          sharedBy: shared_by as Card["sharedBy"],
        }));
      }),
    forget: ({ channel, ts }) =>
      files.use(teamId, async (db) => {
        await db.deleteFrom("cards").where("channel", "=", channel).where("ts", "=", ts).execute();
      }),
  };
}
