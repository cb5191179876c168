import type { Kysely, Transaction } from "kysely";
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
  await db
    .insertInto("writes")
    .values({ day, used: 1 })
    .onConflict((conflict) => conflict.column("day").doUpdateSet({ used: used + 1 }))
    .execute();
  return used + 1;
}

export function utcDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}
