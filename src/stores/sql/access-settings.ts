import type { Kysely, Transaction } from "kysely";
import { Fault } from "../../errors.ts";
import type { SetAccess } from "../../rules/access.ts";
import { AccessSettings } from "../../rules/access.ts";
import { tellAccessChange } from "../../rules/audit.ts";
import type { KeptAccess, SetAccessAnswer, SetAccessAsk } from "../access-store.ts";
import { note } from "./audit-store.ts";
import type { WorkspaceTables } from "./tables.ts";

/** The one row there is. */
const only = 1;

export async function readAccess(db: Kysely<WorkspaceTables>): Promise<KeptAccess> {
  const row = await db.selectFrom("access").selectAll().executeTakeFirst();
  if (row === undefined) return { revision: 0, set: {} };
  return {
    revision: row.revision,
    set: readSettings(row.settings),
    changedBy: row.changed_by as NonNullable<KeptAccess["changedBy"]>,
  };
}

export async function setAccess(
  db: Transaction<WorkspaceTables>,
  { revision, was, change, by, at }: SetAccessAsk,
): Promise<SetAccessAnswer> {
  const kept = await readAccess(db);
  if (kept.revision !== revision) return { kind: "stale" };
  const row = {
    revision: revision + 1,
    settings: JSON.stringify({ ...kept.set, ...change }),
    changed_by: by,
  };
  await db
    .insertInto("access")
    .values({ only, ...row })
    .onConflict((conflict) => conflict.column("only").doUpdateSet(row))
    .execute();
  for (const told of tellAccessChange(was, change)) await note(db, { at: at.toISOString(), by, ...told });
  return { kind: "set" };
}

/** A right that this version does not know is not guessed at. */
function readSettings(text: string): SetAccess {
  const settings = AccessSettings.partial().safeParse(JSON.parse(text));
  if (!settings.success) throw new Fault("store-newer", "this version cannot read who may do what");
  // JSON has no undefined.
  return settings.data as SetAccess;
}
