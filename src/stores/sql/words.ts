import type { Kysely, Transaction } from "kysely";
import type { Profile, TermField } from "../../rules/profile.ts";
import { termFields } from "../../rules/profile.ts";
import { foldKey } from "../../rules/text.ts";
import type { UsedTerm } from "../../rules/vocabulary/suggest.ts";
import { builtOnce } from "./built-once.ts";
import type { WorkspaceTables } from "./tables.ts";

type Db = Kysely<WorkspaceTables>;
type Lists = Pick<Profile, TermField>;
type Word = Pick<WorkspaceTables["words"], "field" | "term_key" | "term">;

/**
 * Keeps count of the words in the transaction that makes a profile, changes it or takes it away: in its lists as
 * they were, and as they are.
 */
export async function countWords(
  db: Transaction<WorkspaceTables>,
  { was, is }: { was?: Lists; is?: Lists },
): Promise<void> {
  const [before, after] = [wordsIn(was), wordsIn(is)];
  for (const word of without(after, before)) await countOne(db, { ...word, used_by: 1 });
  for (const word of without(before, after)) {
    await countOne(db, { ...word, used_by: -1 });
    await forgetUnused(db, word);
  }
}

const countOne = builtOnce((db: Db, { field, term_key, term, used_by }: WorkspaceTables["words"]) =>
  db
    .insertInto("words")
    .values({ field, term_key, term, used_by })
    .onConflict((known) =>
      known
        .columns(["field", "term_key", "term"])
        .doUpdateSet(({ eb, ref }) => ({ used_by: eb("words.used_by", "+", ref("excluded.used_by")) })),
    ),
);

const forgetUnused = builtOnce((db: Db, { field, term_key, term }: Word) =>
  db.deleteFrom("words").where(({ and }) => and({ field, term_key, term, used_by: 0 })),
);

/** Spellings of one word, which no profile has twice, are counted together and shown in the one that sorts first. */
export function readWords(db: Db, field: TermField): Promise<UsedTerm[]> {
  return db
    .selectFrom("words")
    .select(({ fn }) => [fn.min<string>("term").as("term"), fn.sum<number>("used_by").as("profiles")])
    .where("field", "=", field)
    .groupBy("term_key")
    .orderBy("profiles", "desc")
    .orderBy("term_key")
    .execute();
}

function wordsIn(lists: Lists | undefined): Word[] {
  if (lists === undefined) return [];
  return termFields.flatMap((field) =>
    lists[field].map((term) => ({ field, term_key: foldKey(term), term })),
  );
}

function without(words: readonly Word[], others: readonly Word[]): Word[] {
  const known = new Set(others.map(({ field, term }) => `${field} ${term}`));
  return words.filter(({ field, term }) => !known.has(`${field} ${term}`));
}
