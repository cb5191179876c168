import type { InstallerGreetingStore } from "../greeting-store.ts";
import type { ControlFile } from "./control-file.ts";

export function createSqlInstallerGreetingStore(control: ControlFile): InstallerGreetingStore {
  return {
    add: ({ id, userId }) =>
      control.use(async (db) => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto("installer_greetings")
          .values({ id, user_id: userId })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }),
    has: ({ teamId, userId }) =>
      control.use(async (db) => {
        const row = await db
          .selectFrom("installer_greetings")
          .select("id")
          .where("user_id", "=", userId)
          .where((where) =>
            where.or([
              where("id", "=", teamId),
              where(
                "id",
                "in",
                where.selectFrom("workspaces").select("enterprise_id").where("team_id", "=", teamId),
              ),
            ]),
          )
          .executeTakeFirst();
        return row !== undefined;
      }),
    remove: ({ id, userId }) =>
      control.use(async (db) => {
        await db
          .deleteFrom("installer_greetings")
          .where("id", "=", id)
          .where("user_id", "=", userId)
          .execute();
      }),
  };
}
