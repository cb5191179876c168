import { isUnknown } from "./known-fields.ts";
import { leastFields, leastShared } from "./overlap.ts";
import type { FormValues, Profile, ProfileId, TermField } from "./profile.ts";
import { termFields } from "./profile.ts";
import { foldKey } from "./text.ts";
import type { WordSet } from "./word-set.ts";
import { createWordSet, hashOf } from "./word-set.ts";

/** The words of each target field, folded by `foldKey`, none twice. A field without words is not compared. */
export type TargetKeys = Readonly<Record<TermField, readonly string[]>>;

/** The words of what is filled in, and of what is known of a profile. */
export function targetKeysOf(targets: FormValues & Pick<Partial<Profile>, "known">): TargetKeys {
  const keys = termFields.map((field) => {
    const isKnown = !isUnknown({ known: targets.known ?? {} }, field);
    return [field, isKnown ? [...new Set((targets[field] ?? []).map(foldKey))] : []];
  });
  return Object.fromEntries(keys);
}

export interface Stamped {
  readonly id: ProfileId;
  /** Another one after each change of the profile. */
  readonly revision: number;
  /** UTC, ISO 8601. */
  readonly changedAt: string;
}

interface Row extends Stamped {
  /** Where its six counts stand in the words, and behind them the words themselves. */
  readonly start: number;
}

/** One workspace's targets, laid out to be gone through at once: four bytes a word. */
export interface OverlapIndex {
  /** What it takes in memory, about. */
  readonly bytes: number;
  /**
   * Lets go of what is not among these any more, and answers those that have to be put anew, in their order. Where not
   * all of them fit, those are left out that were changed before all that it has.
   */
  keepOnly(profiles: readonly Stamped[]): readonly Stamped[];
  /** Where it is full, in the place of those that were changed earlier; false where there are none. */
  put(profile: Stamped, targets: TargetKeys): boolean;
  /**
   * The profile that shares most, by the rule of `findShared`: the largest product of the fields' shares, then the
   * most fields. Words go by their hashes, so it is to be looked at once more.
   */
  findMostAlike(mine: TargetKeys, except?: ProfileId): ProfileId | undefined;
}

/** It takes `mostBytes` and no more: 10,000 profiles with 300 words each are 14 MB. */
export function createOverlapIndex({ mostBytes = 32_000_000 } = {}): OverlapIndex {
  let words = new Int32Array(leastWords);
  let end = 0;
  let rows: Row[] = [];
  let isCut = false;

  return {
    get bytes() {
      return bytesOf(words.length, rows.length);
    },
    keepOnly(profiles) {
      const revisions = new Map(profiles.map(({ id, revision }) => [id, revision]));
      rows = rows.filter(({ id, revision }) => revisions.get(id) === revision);
      const used = usedWords();
      // What was let go of takes room until it is half of all.
      if (used * 2 < end) compact(used);
      if (bytesOf(used, rows.length) * 2 < mostBytes) isCut = false;
      const kept = new Set(rows.map(({ id }) => id));
      const missing = profiles.filter(({ id }) => !kept.has(id));
      if (!isCut) return missing;
      const oldest = rows.reduce((least, row) => (row.changedAt < least.changedAt ? row : least));
      return missing.filter(({ changedAt }) => changedAt > oldest.changedAt);
    },
    put({ id, revision, changedAt }, targets) {
      const count = termFields.reduce<number>((sum, field) => sum + targets[field].length, termFields.length);
      const isFull = bytesOf(end + count, rows.length + 1) > mostBytes;
      if (isFull && !letGoFor(count, changedAt)) return false;
      widenFor(count);
      rows.push({ id, revision, changedAt, start: end });
      for (const field of termFields) words[end++] = targets[field].length;
      for (const field of termFields) for (const key of targets[field]) words[end++] = hashOf(key);
      return true;
    },
    findMostAlike(mine, except) {
      const wanted = termFields.map((field) => createWordSet(mine[field]));
      const most = wanted.filter(({ size }) => size > 0).length;
      if (most < leastFields) return undefined;
      let best: Likeness & { id?: ProfileId } = { share: 0, fields: 0 };
      for (const { id, start } of rows) {
        if (id === except) continue;
        const { share, fields } = compare(wanted, start, best.share);
        if (fields < leastFields || (share === best.share && fields <= best.fields)) continue;
        best = { id, share, fields };
        if (share === 1 && fields === most) break;
      }
      return best.id;
    },
  };

  /** No fields where one of them parts the two, or where they share less than `least`. */
  function compare(wanted: readonly WordSet[], start: number, least: number): Likeness {
    let at = start + termFields.length;
    let share = 1;
    let fields = 0;
    for (let field = 0; field < wanted.length; field += 1) {
      const count = words[start + field] ?? 0;
      const own = wanted[field] ?? empty;
      if (own.size > 0 && count > 0) {
        const shared = own.countIn(words, at, at + count);
        share *= shared / own.size;
        if (shared < own.size * leastShared || share < least) return apart;
        fields += 1;
      }
      at += count;
    }
    return { share, fields };
  }

  function widenFor(count: number): void {
    if (end + count <= words.length) return;
    const most = Math.floor(mostBytes / words.BYTES_PER_ELEMENT);
    const wider = new Int32Array(Math.max(Math.min(words.length * 2, most), end + count));
    wider.set(words.subarray(0, end));
    words = wider;
  }

  /** Lets go of a tenth at once of what was changed before that, since each time all is copied. */
  function letGoFor(count: number, before: string): boolean {
    rows.sort(lastFirst);
    let used = usedWords();
    while (bytesOf(used + count, rows.length + 1) > mostBytes * 0.9) {
      const oldest = rows.at(-1);
      if (oldest === undefined || oldest.changedAt >= before) break;
      rows.pop();
      used -= lengthIn(words, oldest.start);
      isCut = true;
    }
    compact(used);
    if (bytesOf(end + count, rows.length + 1) <= mostBytes) return true;
    isCut = rows.length > 0;
    return false;
  }

  function usedWords(): number {
    return rows.reduce((sum, { start }) => sum + lengthIn(words, start), 0);
  }

  function compact(used: number): void {
    const before = words;
    words = new Int32Array(Math.max(leastWords, used));
    end = 0;
    rows = rows.map((row) => {
      const length = lengthIn(before, row.start);
      words.set(before.subarray(row.start, row.start + length), end);
      end += length;
      return { ...row, start: end - length };
    });
  }
}

/** The product of the fields' shares, and how many fields there are. */
interface Likeness {
  readonly share: number;
  readonly fields: number;
}

const apart: Likeness = { share: 0, fields: 0 };
const empty = createWordSet([]);

const leastWords = 1024;

/** An id of 36 letters, a time, their row and a place in a list. */
const rowBytes = 200;

function lastFirst(one: Row, other: Row): number {
  return Number(one.changedAt < other.changedAt) - Number(one.changedAt > other.changedAt);
}

function bytesOf(words: number, rows: number): number {
  return words * Int32Array.BYTES_PER_ELEMENT + rows * rowBytes;
}

/** Of one row, its counts among them. */
function lengthIn(words: Int32Array, start: number): number {
  return termFields.reduce<number>((sum, _, field) => sum + (words[start + field] ?? 0), termFields.length);
}
