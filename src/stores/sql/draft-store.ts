import { z } from "zod";
import { Fault } from "../../errors.ts";
import type { TeamId } from "../../rules/people.ts";
import { FormValues, ProfileId } from "../../rules/profile.ts";
import type { DraftStore, KeptDraft } from "../draft-store.ts";
import { writeKeeping } from "./kept-lists.ts";
import { emptyJournal } from "./open-kysely.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

/** What an earlier version has kept tells of no revision, and of no reason. */
const Kept = FormValues.extend({ revision: z.int().min(0).optional(), reason: z.string().optional() });

export function createSqlDraftStore(files: WorkspaceFiles, teamId: TeamId): DraftStore {
  return {
    keep: ({ values, revision, reason, by, about, at }) =>
      files.use(teamId, async (db) => {
        const row = { draft: JSON.stringify({ ...values, revision, reason }), kept_at: at.toISOString() };
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
        return row && toDraft(row);
      }),
    ofChanges: ({ by, since }) =>
      files.use(teamId, async (db) => {
        const rows = await db
          .selectFrom("drafts")
          .select(["about", "draft", "kept_at"])
          .where("user_id", "=", by)
          .where("about", "<>", "")
          .where("kept_at", ">", since.toISOString())
          .orderBy("kept_at", "desc")
          .execute();
        return rows.map((row) => ({ ...toDraft(row), about: ProfileId.parse(row.about) }));
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
        if (!(await emptyJournal(db))) throw new Fault("store-busy", "the file's journal is being read");
        return numDeletedRows > 0n;
      }),
  };
}

function toDraft({ draft, kept_at: keptAt }: { draft: string; kept_at: string }): KeptDraft {
  const { revision, reason, ...values } = Kept.parse(JSON.parse(draft));
  return {
    values,
    keptAt,
    ...(revision !== undefined && { revision }),
    ...(reason !== undefined && { reason }),
  };
}
