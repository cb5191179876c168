import type { TeamId } from "../../rules/people.ts";
import { FormValues } from "../../rules/profile.ts";
import type { DraftStore } from "../draft-store.ts";
import { writeKeeping } from "./kept-lists.ts";
import { emptyJournal } from "./open-kysely.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

export function createSqlDraftStore(files: WorkspaceFiles, teamId: TeamId): DraftStore {
  return {
    keep: ({ values, by, about, at }) =>
      files.use(teamId, async (db) => {
        const row = { draft: JSON.stringify(values), kept_at: at.toISOString() };
        await writeKeeping(db, (write) =>
          write
            .insertInto("drafts")
            .values({ user_id: by, about, ...row })
            .onConflict((conflict) => conflict.columns(["user_id", "about"]).doUpdateSet(row))
            .execute(),
        );
      }),
    find: ({ by, about, since }) =>
      files.use(teamId, async (db) => {
        const row = await db
          .selectFrom("drafts")
          .select(["draft", "kept_at"])
          .where("user_id", "=", by)
          .where("about", "=", about)
          .where("kept_at", ">", since.toISOString())
          .executeTakeFirst();
        return row && { values: FormValues.parse(JSON.parse(row.draft)), keptAt: row.kept_at };
      }),
    forget: ({ by, about }) =>
      files.use(teamId, async (db) => {
        await writeKeeping(db, (write) =>
          write.deleteFrom("drafts").where("user_id", "=", by).where("about", "=", about).execute(),
        );
      }),
    forgetOld: (upTo) =>
      files.use(teamId, async (db) => {
        const { numDeletedRows } = await db
          .deleteFrom("drafts")
          .where("kept_at", "<=", upTo.toISOString())
          .executeTakeFirst();
        await emptyJournal(db);
        return numDeletedRows > 0n;
      }),
  };
}
