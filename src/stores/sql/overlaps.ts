import type { Kysely } from "kysely";
import { LRUCache } from "lru-cache";
import type { Overlap } from "../../rules/overlap.ts";
import { findShared } from "../../rules/overlap.ts";
import type { OverlapIndex, Stamped, TargetKeys } from "../../rules/overlap-index.ts";
import { createOverlapIndex, targetKeysOf } from "../../rules/overlap-index.ts";
import type { ProfileId } from "../../rules/profile.ts";
import type { OverlapAsk } from "../profile-store.ts";
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

/** One workspace takes no more: 10,000 profiles with 300 words each are 18 MB. Those changed last are compared then. */
const mostBytes = 32_000_000;

const noKeys = targetKeysOf({});

/** How many profiles are read in one step, so that nobody waits long behind it. */
const inOneStep = 500;

/** The profile that has most in common with these targets. All of them are gone through in memory. */
export async function findOverlap(db: Db, { targets, except }: OverlapAsk): Promise<Overlap | undefined> {
  const kept = keptOf.get(db) ?? { index: createOverlapIndex(), upTo: -1 };
  keptOf.set(db, kept);
  kept.catchingUp ??= catchUp(db, kept).finally(() => {
    kept.catchingUp = undefined;
  });
  await kept.catchingUp;
  const id = kept.index.findMostAlike(targetKeysOf(targets), except);
  const profile = id && (await findBy(db, { column: "id", value: id }));
  const fields = profile && findShared(targets, profile);
  return fields && { profile, fields };
}

/**
 * Every change of a profile, whoever makes it, adds to the history in the same step. What is changed while this reads
 * is newer than what it knows of, and read the next time.
 */
async function catchUp(db: Db, kept: Kept): Promise<void> {
  const { index } = kept;
  const newest = await newestEntry(db);
  if (newest === kept.upTo) return;
  const { upTo, profiles } = await readConsistently(db, async (read) => ({
    upTo: await newestEntry(read),
    profiles: await readRevisions(read),
  }));
  const missing = index.keepOnly(profiles);
  for (let from = 0; from < missing.length && index.bytes < mostBytes; from += inOneStep) {
    const step = missing.slice(from, from + inOneStep);
    const keys = await readKeys(db, step);
    for (const profile of step) index.put(profile, keys.get(profile.id) ?? noKeys);
  }
  kept.upTo = upTo;
  keptOf.set(db, kept);
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
    .select(["id", "revision"])
    .orderBy("changed_at", "desc")
    .execute();
  return rows.map(({ id, revision }) => ({ id: id as ProfileId, revision }));
}

async function readKeys(db: Db, profiles: readonly Stamped[]): Promise<ReadonlyMap<string, TargetKeys>> {
  const ids = profiles.map(({ id }) => id);
  const rows = await db.selectFrom("profiles").select(["id", "terms"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, terms }) => [id, targetKeysOf(listsOf(terms))]));
}
