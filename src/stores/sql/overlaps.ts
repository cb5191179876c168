import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import type { Kysely } from "kysely";
import { LRUCache } from "lru-cache";
import type { Overlap } from "../../rules/overlap.ts";
import { findShared } from "../../rules/overlap.ts";
import type { OverlapIndex, Stamped, TargetKeys } from "../../rules/overlap-index.ts";
import { createOverlapIndex, targetKeysOf } from "../../rules/overlap-index.ts";
import type { ProfileId } from "../../rules/profile.ts";
import type { OverlapAsk, ProfileStore } from "../profile-store.ts";
import { readConsistently } from "./open-kysely.ts";
import { findBy } from "./profile-queries.ts";
import { listsOf } from "./profile-rows.ts";
import type { WorkspaceTables } from "./tables.ts";

type Db = Kysely<WorkspaceTables>;

interface Kept {
  readonly index: OverlapIndex;
  /** The newest entry of the history that it knows of. */
  upTo: number;
  catchingUp?: Promise<void> | undefined;
}

/** By open file, 64 MB in all. */
const keptOf = new LRUCache<Db, Kept>({
  max: 32,
  maxSize: 64_000_000,
  sizeCalculation: ({ index }) => index.bytes,
});

const noKeys = targetKeysOf({});

/** Read in one step, in which nobody else is answered: with 300 words each they take 15 to 30 ms. */
const inOneStep = 100;

/** `use` lends the file for as long as it is read: past the answer, where that may not wait. */
export function overlapsOf(
  use: <Answer>(read: (db: Db) => Promise<Answer>) => Promise<Answer>,
): ProfileStore["findOverlap"] {
  return (ask) => {
    if (ask.mayWait !== false) return use((db) => findOverlap(db, ask));
    const { promise: tooLate, resolve } = Promise.withResolvers<undefined>();
    const finding = use((db) => {
      // One step has no turn of the event loop in it.
      setImmediate(() => resolve(undefined));
      return findOverlap(db, ask);
    });
    // What breaks after the answer is met by the next one who asks.
    return Promise.race([finding, tooLate]);
  };
}

/** The profile that has most in common with these targets. All that the index has are gone through in memory. */
async function findOverlap(db: Db, { targets, except }: OverlapAsk): Promise<Overlap | undefined> {
  const kept = keptOf.get(db) ?? { index: createOverlapIndex(), upTo: -1 };
  weigh(db, kept);
  kept.catchingUp ??= catchUp(db, kept).finally(() => {
    kept.catchingUp = undefined;
    weigh(db, kept);
  });
  await kept.catchingUp;
  const id = kept.index.findMostAlike(targetKeysOf(targets), except);
  const profile = id && (await findBy(db, { column: "id", value: id }));
  const fields = profile && findShared(targets, profile);
  return fields && { profile, fields };
}

/** What is in the cache already keeps the size that it came with. */
function weigh(db: Db, kept: Kept): void {
  keptOf.delete(db);
  keptOf.set(db, kept);
}

/**
 * Every change of a profile, whoever makes it, adds to the history in the same step. What is changed while this reads
 * is newer than what it knows of, and read the next time.
 */
async function catchUp(db: Db, kept: Kept): Promise<void> {
  const newest = await newestEntry(db);
  if (newest === kept.upTo) return;
  const { upTo, profiles } = await readConsistently(db, async (read) => ({
    upTo: await newestEntry(read),
    profiles: await readRevisions(read),
  }));
  await putAll(db, kept.index, profiles);
  kept.upTo = upTo;
}

/** Until no more fit: those that were changed last come first. */
async function putAll(db: Db, index: OverlapIndex, profiles: readonly Stamped[]): Promise<void> {
  const missing = index.keepOnly(profiles);
  for (let from = 0; from < missing.length; from += inOneStep) {
    if (from > 0) await turnOfTheLoop();
    const step = missing.slice(from, from + inOneStep);
    const keys = await readKeys(db, step);
    for (const profile of step) {
      if (!index.put(profile, keys.get(profile.id) ?? noKeys)) return;
    }
  }
}

async function newestEntry(db: Db): Promise<number> {
  const { id } = await db
    .selectFrom("audit")
    .select(({ fn }) => fn.max<number | null>("id").as("id"))
    .executeTakeFirstOrThrow();
  return id ?? 0;
}

/** Those that were changed last first. */
async function readRevisions(db: Db): Promise<Stamped[]> {
  const rows = await db
    .selectFrom("profiles")
    .select(["id", "revision", "changed_at"])
    .orderBy("changed_at", "desc")
    .execute();
  return rows.map(({ id, revision, changed_at: changedAt }) => ({
    id: id as ProfileId,
    revision,
    changedAt,
  }));
}

async function readKeys(db: Db, profiles: readonly Stamped[]): Promise<ReadonlyMap<string, TargetKeys>> {
  const ids = profiles.map(({ id }) => id);
  const rows = await db.selectFrom("profiles").select(["id", "terms"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, terms }) => [id, targetKeysOf(listsOf(terms))]));
}
