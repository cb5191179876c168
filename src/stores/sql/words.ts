import type { Kysely, Transaction } from "kysely";
import type { Profile, TermField } from "../../rules/profile.ts";
import { termFields } from "../../rules/profile.ts";
import { foldKey } from "../../rules/text.ts";
import type { UsedTerm } from "../../rules/vocabulary/suggest.ts";
import type { WorkspaceTables } from "./tables.ts";

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
  const added = without(after, before);
  const gone = without(before, after);
  const counts = [
    ...added.map((word) => ({ ...word, used_by: 1 })),
    ...gone.map((word) => ({ ...word, used_by: -1 })),
  ];
  if (counts.length === 0) return;
  await db
    .insertInto("words")
    .values(counts)
    .onConflict((known) =>
      known
        .columns(["field", "term_key", "term"])
        .doUpdateSet(({ eb, ref }) => ({ used_by: eb("words.used_by", "+", ref("excluded.used_by")) })),
    )
    .execute();
  if (gone.length === 0) return;
  await db
    .deleteFrom("words")
    .where(({ and, or }) => or(gone.map((word) => and({ ...word, used_by: 0 }))))
    .execute();
}

/** Spellings of one word, which no profile has twice, are counted together and shown in the one that sorts first. */
export function readWords(db: Kysely<WorkspaceTables>, field: TermField): Promise<UsedTerm[]> {
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
