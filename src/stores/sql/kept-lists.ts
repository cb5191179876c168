import type { Kysely, Transaction } from "kysely";
import { LRUCache } from "lru-cache";
import type { Profile, TermField } from "../../rules/profile.ts";
import { termFields } from "../../rules/profile.ts";
import type { NamedProfile } from "../../rules/profile-names.ts";
import type { UsedTerm } from "../../rules/vocabulary/suggest.ts";
import { withName, withTerms } from "./added-to-lists.ts";
import { readConsistently, stateOf } from "./open-kysely.ts";
import type { WorkspaceTables } from "./tables.ts";
import { readWords } from "./words.ts";

type Db = Kysely<WorkspaceTables>;

interface Lists extends Partial<Record<TermField, readonly UsedTerm[]>> {
  names?: readonly NamedProfile[];
  counts?: Counts;
  whole?: readonly Profile[];
}

export interface Counts {
  readonly total: number;
  readonly active: number;
  readonly archived: number;
}

interface Kept {
  readonly state: string;
  readonly lists: Readonly<Lists>;
}

/** By open file. 200,000 words, with what is made of them elsewhere, take about 60 MB. */
const keptOf = new LRUCache<Db, Kept>({
  max: 32,
  maxSize: 200_000,
  sizeCalculation: ({ lists: { counts: _, whole = [], ...lists } }) =>
    Object.values(lists).reduce((size, list) => size + list.length, 1) + wordsIn(whole),
});

/** More profiles than these are read anew each time: whoever has so many turns pages. */
const mostWhole = 200;

/**
 * One field's words over all profiles, the most used first: the same array again until somebody changes the file,
 * so that what was made of it stays good too.
 */
export function usedTerms(db: Db, field: TermField): Promise<readonly UsedTerm[]> {
  return readConsistently(db, async (read) => {
    const { lists, keep } = look(db);
    return lists[field] ?? keep({ [field]: await readWords(read, field) })[field] ?? [];
  });
}

/** All profiles by name, the newest first: kept as the words are. */
export function readNames(db: Db): Promise<readonly NamedProfile[]> {
  return readConsistently(db, async (read) => {
    const { lists, keep } = look(db);
    return lists.names ?? keep({ names: await readAllNames(read) }).names ?? [];
  });
}

/**
 * One step that writes. What is kept stays good where the step did no more than add a profile and say so: reading
 * tens of thousands of words anew takes longer than a menu should.
 */
export async function writeKeeping<Answer>(
  db: Db,
  write: (db: Transaction<WorkspaceTables>, sayAdded: (profile: Profile) => void) => Promise<Answer>,
): Promise<Answer> {
  let next: Kept | undefined;
  const answer = await db.transaction().execute(async (transaction) => {
    const kept = keptOf.get(db);
    const isGood = kept?.state === stateOf(db);
    let lists = kept?.lists;
    const answer = await write(transaction, (profile) => {
      lists = lists && withProfile(lists, profile);
    });
    if (isGood && lists !== undefined) next = { state: stateOf(db), lists };
    return answer;
  });
  if (next !== undefined) keptOf.set(db, next);
  return answer;
}

function withProfile(lists: Lists, profile: Profile): Lists {
  const { names, counts } = lists;
  const more: Lists = names === undefined ? {} : { names: withName(names, profile) };
  if (counts !== undefined) {
    more.counts = { ...counts, total: counts.total + 1, active: counts.active + (profile.isActive ? 1 : 0) };
  }
  for (const field of termFields) {
    const list = lists[field];
    if (list !== undefined) more[field] = withTerms(list, profile[field]);
  }
  return more;
}

/** All profiles, the newest first, kept as the words are where they are few. */
export async function readWhole(
  db: Db,
  readAll: () => Promise<readonly Profile[]>,
): Promise<readonly Profile[]> {
  const whole = keptNow(db).whole ?? (await readAll());
  return whole.length > mostWhole ? whole : look(db).keep({ whole }).whole;
}

/** All that is kept, without a look into the file. */
export function keptNow(db: Db): Pick<Lists, "whole" | "counts"> {
  return look(db).lists;
}

/** How many profiles there are, kept as the words are: SQLite would look at each of them. `read` reads from `db`. */
export async function countProfiles({ db, read }: { db: Db; read: Db }): Promise<Counts> {
  const { lists, keep } = look(db);
  return lists.counts ?? keep({ counts: await readCounts(read) }).counts;
}

/** The other fields of a profile count as ten. */
function wordsIn(profiles: readonly Profile[]): number {
  return profiles.reduce(
    (words, profile) => termFields.reduce((sum, field) => sum + profile[field].length, words + 10),
    0,
  );
}

/** What is kept and still good, and a way to keep more. */
function look(db: Db): { lists: Lists; keep<More extends Lists>(more: More): More } {
  const state = stateOf(db);
  const kept = keptOf.get(db);
  const lists = kept?.state === state ? kept.lists : {};
  return {
    lists,
    keep(more) {
      keptOf.set(db, { state, lists: { ...lists, ...more } });
      return more;
    },
  };
}

async function readCounts(db: Db): Promise<Counts> {
  const { total, active, archived } = await db
    .selectFrom("profiles")
    .select(({ fn, selectFrom }) => [
      fn.countAll<number>().as("total"),
      fn.sum<number | null>("is_active").as("active"),
      selectFrom("archived_profiles")
        .select((archived) => archived.fn.countAll<number>().as("archived"))
        .as("archived"),
    ])
    .executeTakeFirstOrThrow();
  return { total: Number(total), active: Number(active ?? 0), archived: Number(archived ?? 0) };
}

async function readAllNames(db: Db): Promise<NamedProfile[]> {
  const rows = await db
    .selectFrom("profiles")
    .select(["id", "name", "is_active", "created_at"])
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(({ id, name, is_active, created_at }) => ({
    id: id as NamedProfile["id"],
    name,
    isActive: is_active === 1,
    createdAt: created_at,
  }));
}
