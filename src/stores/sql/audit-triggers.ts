import type { Kysely } from "kysely";
import { sql } from "kysely";

/** Lets the history take new rows and no other change. */
export async function addOnlyToAudit<Tables>(db: Kysely<Tables>): Promise<void> {
  for (const change of ["update", "delete"]) {
    const refuse = `create trigger audit_no_${change} before ${change} on audit
      begin select raise(abort, 'the history is only ever added to'); end`;
    await sql.raw(refuse).execute(db);
  }
}
