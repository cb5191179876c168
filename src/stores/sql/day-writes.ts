import type { Kysely, Transaction } from "kysely";
import { builtOnce } from "./built-once.ts";
import type { WorkspaceTables } from "./tables.ts";

/** How many writes that a plan counts were made on a day, such as 2026-05-01. */
export async function writesOn(db: Kysely<WorkspaceTables>, day: string): Promise<number> {
  const row = await db.selectFrom("writes").select("used").where("day", "=", day).executeTakeFirst();
  return row?.used ?? 0;
}

/** Counts one more write, of which there were `used`. */
export async function countWrite(
  db: Transaction<WorkspaceTables>,
  { day, used }: { day: string; used: number },
): Promise<number> {
  await setWrites(db, { day, used: used + 1 });
  return used + 1;
}

const setWrites = builtOnce((db: Kysely<WorkspaceTables>, { day, used }: WorkspaceTables["writes"]) =>
  db
    .insertInto("writes")
    .values({ day, used })
    .onConflict((conflict) => conflict.column("day").doUpdateSet({ used })),
);

export function utcDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}
