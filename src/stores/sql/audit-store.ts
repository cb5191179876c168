import type { Kysely } from "kysely";
import type { AuditEntry } from "../../rules/audit.ts";
import type { TeamId } from "../../rules/people.ts";
import type { AuditStore } from "../audit-store.ts";
import { builtOnce } from "./built-once.ts";
import { readConsistently } from "./open-kysely.ts";
import type { WorkspaceTables } from "./tables.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

type Db = Kysely<WorkspaceTables>;

export function createSqlAuditStore(files: WorkspaceFiles, teamId: TeamId): AuditStore {
  return {
    note: (entry) => files.use(teamId, (db) => note(db, entry)),
    page: ({ page, pageSize, by, kinds }) =>
      files.use(teamId, (db) =>
        readConsistently(db, async (read) => {
          const narrowed = read
            .selectFrom("audit")
            .$if(by !== undefined, (all) => all.where("by", "=", by ?? ""))
            .$if(kinds !== undefined, (all) => all.where("kind", "in", kinds ?? []));
          const { total } = await narrowed
            .select(({ fn }) => fn.countAll<number>().as("total"))
            .executeTakeFirstOrThrow();
          const pages = Math.max(1, Math.ceil(total / pageSize));
          const shown = Math.min(Math.max(1, page), pages);
          const rows = await narrowed
            .selectAll()
            .orderBy("id", "desc")
            .limit(pageSize)
            .offset((shown - 1) * pageSize)
            .execute();
          return { entries: rows.map(toEntry), page: shown, pages, total };
        }),
      ),
    all: () =>
      files.use(teamId, async (db) => {
        const rows = await db.selectFrom("audit").selectAll().orderBy("id").execute();
        return rows.map(toEntry);
      }),
    tellsOf: (kind) =>
      files.use(teamId, async (db) => {
        const found = db.selectFrom("audit").select("id").where("kind", "=", kind).limit(1);
        return (await found.executeTakeFirst()) !== undefined;
      }),
  };
}

/** In the transaction of the change that it tells of. */
export async function note(
  db: Db,
  {
    subject = "",
    before = "",
    after = "",
    ...entry
  }: Pick<AuditEntry, "at" | "by" | "kind"> & Partial<AuditEntry>,
): Promise<void> {
  await insertEntry(db, { ...entry, subject, before, after });
}

const insertEntry = builtOnce((db: Db, { at, by, kind, subject, before, after }: AuditEntry) =>
  db.insertInto("audit").values({ at, by, kind, subject, before, after }),
);

function toEntry({ at, by, kind, subject, before, after }: Omit<WorkspaceTables["audit"], "id">): AuditEntry {
  return {
    at,
    by: by as AuditEntry["by"],
    kind: kind as AuditEntry["kind"],
    subject,
    before,
    after,
  };
}
