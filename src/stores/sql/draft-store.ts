import type { TeamId } from "../../rules/people.ts";
import { ProfileDraft } from "../../rules/profile.ts";
import type { DraftStore } from "../draft-store.ts";
import { emptyJournal } from "./open-kysely.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

export function createSqlDraftStore(files: WorkspaceFiles, teamId: TeamId): DraftStore {
  return {
    keep: ({ draft, by, at }) =>
      files.use(teamId, async (db) => {
        const row = { draft: JSON.stringify(draft), kept_at: at.toISOString() };
        await db
          .insertInto("drafts")
          .values({ user_id: by, ...row })
          .onConflict((conflict) => conflict.column("user_id").doUpdateSet(row))
          .execute();
      }),
    forget: (upTo) =>
      files.use(teamId, async (db) => {
        await db.deleteFrom("drafts").where("kept_at", "<=", upTo.toISOString()).execute();
        await emptyJournal(db);
      }),
    find: ({ by, since }) =>
      files.use(teamId, async (db) => {
        const row = await db
          .selectFrom("drafts")
          .select("draft")
          .where("user_id", "=", by)
          .where("kept_at", ">", since.toISOString())
          .executeTakeFirst();
        return row === undefined ? undefined : ProfileDraft.parse(JSON.parse(row.draft));
      }),
  };
}
