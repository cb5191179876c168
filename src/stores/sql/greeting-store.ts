import type { TeamId } from "../../rules/people.ts";
import type { GreetingStore } from "../greeting-store.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

export function createSqlGreetingStore(files: WorkspaceFiles, teamId: TeamId): GreetingStore {
  return {
    add: (userId) =>
      files.use(teamId, async (db) => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto("greetings")
          .values({ user_id: userId })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }),
    remove: (userId) =>
      files.use(teamId, async (db) => {
        await db.deleteFrom("greetings").where("user_id", "=", userId).execute();
      }),
  };
}
