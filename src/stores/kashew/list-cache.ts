import type { Fault } from "../../errors.ts";
import { toFault } from "../../errors.ts";
import type { Profile } from "../../rules/profile.ts";
import type { ReadList } from "./read-list.ts";
import { withProfile } from "./read-list.ts";

/** How long a list is as good as new. */
const freshMs = 30_000;

export interface DatedList {
  readonly list: ReadList;
  /** Milliseconds since 1970. */
  readonly readAt: number;
  /** Why it is no newer, where it is not fresh and could not be read again. */
  readonly stale?: Fault;
}

interface ListCacheDeps {
  /** Asks Kashew. What is answered where nothing is new is what was there before. */
  read(before: ReadList | undefined): Promise<ReadList>;
  now(): number;
}

/** One workspace's list. Whoever asks while it is being read waits for the same answer. */
export function createListCache({ read, now }: ListCacheDeps) {
  let last: DatedList | undefined;
  let isFresh = false;
  let reading: Promise<DatedList> | undefined;

  return {
    /** As it is, or as it was when Kashew was last heard of. */
    async get(): Promise<DatedList> {
      if (last !== undefined && isFresh && now() - last.readAt < freshMs) return last;
      try {
        return await readShared();
      } catch (thrown) {
        const stale = toFault(thrown);
        if (last === undefined) throw stale;
        return { ...last, stale };
      }
    },
    /** As it is from now on: what was asked before may not know of what was sent meanwhile. */
    async getNew(): Promise<DatedList> {
      await reading?.catch(() => undefined);
      return readShared();
    },
    /** The last one, of whatever age, or none; a newer one is on its way then. */
    glance(): ReadList | undefined {
      if (last === undefined || !isFresh || now() - last.readAt >= freshMs)
        readShared().catch(() => undefined);
      return last?.list;
    },
    /** Shows what was just created, until Kashew is asked again by whoever comes next. */
    add(profile: Profile): void {
      isFresh = false;
      reading = undefined;
      if (last !== undefined) last = { ...last, list: withProfile(last.list, profile) };
    },
    /** What may not be shown any more, also where it cannot be read again. */
    forget(): void {
      last = undefined;
    },
  };

  function readShared(): Promise<DatedList> {
    if (reading !== undefined) return reading;
    const own: Promise<DatedList> = readNow().then((dated) => {
      // Let go of by somebody who created something meanwhile, it may lack that.
      if (reading !== own) return dated;
      last = dated;
      isFresh = true;
      return dated;
    });
    reading = own;
    const letGo = () => {
      if (reading === own) reading = undefined;
    };
    own.then(letGo, letGo);
    return own;
  }

  async function readNow(): Promise<DatedList> {
    const list = await read(last?.list);
    return { list, readAt: now() };
  }
}
