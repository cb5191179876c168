import { join } from "node:path";
import type { Kysely } from "kysely";
import { controlMigrations } from "./control-migrations.ts";
import { answerKept } from "./kept-answers.ts";
import { emptyJournal } from "./open-kysely.ts";
import { fromSqlite } from "./sqlite-fault.ts";
import { openSqliteFile } from "./sqlite-file.ts";
import type { ControlTables } from "./tables.ts";

/** The file that knows all workspaces and installations. */
export interface ControlFile {
  /** What breaks becomes a `Fault` that names the file. */
  use<Answer>(work: (db: Kysely<ControlTables>) => Promise<Answer>): Promise<Answer>;
  /** The same answer to a question again until somebody changes the file. */
  ask<Answer>(question: string, work: (db: Kysely<ControlTables>) => Promise<Answer>): Promise<Answer>;
  /** Leaves nothing in the file or its journal of what was deleted. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** Opens `<folder>/control.sqlite`, made if it is not there. */
export async function openControlFile(folder: string): Promise<ControlFile> {
  const path = join(folder, "control.sqlite");
  const db = await openSqliteFile<ControlTables>(path, controlMigrations);
  return {
    use,
    ask: (question, work) => use((control) => answerKept(control, question, () => work(control))),
    scrub: async () => void (await use(emptyJournal)),
    close: () => db.destroy(),
  };

  async function use<Answer>(work: (control: Kysely<ControlTables>) => Promise<Answer>): Promise<Answer> {
    try {
      return await work(db);
    } catch (thrown) {
      throw fromSqlite(thrown, path);
    }
  }
}
