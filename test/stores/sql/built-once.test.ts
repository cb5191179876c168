import Database from "better-sqlite3";
import type { Kysely } from "kysely";
import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { builtOnce } from "../../../src/stores/sql/built-once.ts";
import { openKysely } from "../../../src/stores/sql/open-kysely.ts";

interface Tables {
  words: { term: string; used_by: number };
}

async function open() {
  const db = await openKysely<Tables>(new Database(":memory:"));
  onTestFinished(() => db.destroy());
  await sql`create table words (term text primary key, used_by integer)`.execute(db);
  return db;
}

it("runs what was built once with the values of each time, in whichever file and transaction", async () => {
  let builds = 0;
  const add = builtOnce((db: Kysely<Tables>, { term, used_by }: Tables["words"]) => {
    builds += 1;
    return db.insertInto("words").values({ used_by, term });
  });
  const above = builtOnce((db: Kysely<Tables>, { least }: { least: number }) =>
    db
      .selectFrom("words")
      .select("term")
      .where("used_by", ">=", least)
      .where("term", "!=", "Mining")
      .orderBy("term"),
  );
  const [one, other] = [await open(), await open()];
  await add(one, { term: "SaaS", used_by: 2 });
  await one.transaction().execute(async (write) => {
    await add(write, { term: "Mining", used_by: 3 });
    await add(write, { term: "Banking", used_by: 1 });
  });
  await add(other, { term: "Shipping", used_by: 5 });
  expect(await above(one, { least: 2 })).toEqual([{ term: "SaaS" }]);
  expect(await above(one, { least: 1 })).toEqual([{ term: "Banking" }, { term: "SaaS" }]);
  expect(await above(other, { least: 1 })).toEqual([{ term: "Shipping" }]);
  expect(builds).toBe(1);
});
