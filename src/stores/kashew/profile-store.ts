import { Fault } from "../../errors.ts";
import type { ConnectionState } from "../../rules/connection.ts";
import { foldKey, foldSearch } from "../../rules/text.ts";
import type { ListAsk, ProfilePage, ProfileStore } from "../profile-store.ts";
import type { Line } from "./line.ts";
import { keyRefused } from "./line.ts";
import type { DatedList } from "./list-cache.ts";
import type { createSubmissions } from "./submissions.ts";

interface KashewStoreDeps {
  readonly line: Line;
  readonly submissions: ReturnType<typeof createSubmissions>;
  /** As the connection was found for this piece of work. */
  readonly state: ConnectionState;
}

/**
 * One workspace's profiles in Kashew. Kashew's API changes none and takes none in, lets two have one name and counts
 * the writes itself.
 */
export function createKashewProfileStore({ line, submissions, state }: KashewStoreDeps): ProfileStore {
  const { lists, sent } = line;
  return {
    keeper: "kashew",
    async count() {
      const { profiles } = (await read()).list;
      return { total: profiles.length, active: profiles.filter(({ isActive }) => isActive).length };
    },
    list: async (ask) => toPage(await read(), ask),
    find: async (id) => (await read()).list.profiles.find((profile) => profile.id === id),
    async findByName(name) {
      const key = foldKey(name);
      return (await read()).list.profiles.find((profile) => foldKey(profile.name) === key);
    },
    async names({ atOnce } = { atOnce: false }) {
      refuse();
      const heardOf = atOnce ? lists.glance() : undefined;
      return (heardOf ?? (await read()).list).names;
    },
    // Never waited for: a menu has three seconds, and words of our own.
    usedTerms: async (field) => (refusal() ? undefined : lists.glance())?.usedTerms(field) ?? [],
    findOverlap: async (ask) => (refusal() ? undefined : lists.glance())?.findOverlap(ask),
    async create({ key = crypto.randomUUID(), ...ask }) {
      refuse();
      return submissions.create({ ...ask, key });
    },
    async lookAgain(ask) {
      refuse();
      return submissions.lookAgain(ask);
    },
    writesToday: (at) => sent.countOn(at),
    requestsThisHour: () => line.requestsThisHour(),
  };

  async function read(): Promise<DatedList> {
    refuse();
    return lists.get();
  }

  /** What Kashew has said once of this key is not asked again before somebody wants it asked. */
  function refuse(): void {
    const fault = refusal();
    if (fault !== undefined) throw fault;
  }

  function refusal(): Fault | undefined {
    if (state === "broken") return keyRefused();
    return state === "plan" ? new Fault("kashew-plan", "Kashew has refused this plan") : undefined;
  }
}

type Place = NonNullable<ListAsk["olderThan"]>;

/** In the order of the list: by time, and by id where two have one time. */
function isOlder(profile: Place, than: Place): boolean {
  if (profile.createdAt !== than.createdAt) return profile.createdAt < than.createdAt;
  return profile.id < than.id;
}

function toPage({ list, readAt, stale }: DatedList, ask: ListAsk): ProfilePage {
  const { words, state, page, pageSize, olderThan } = ask;
  const folded = words.map(foldSearch);
  const found = list.profiles.filter(
    (profile, index) =>
      (state === "all" || profile.isActive === (state === "active")) &&
      (olderThan === undefined || isOlder(profile, olderThan)) &&
      folded.every((word) => list.searchTexts[index]?.includes(word)),
  );
  const matching = found.length;
  const pages = Math.max(1, Math.ceil(matching / pageSize));
  const shown = Math.min(page, pages);
  const { skipped } = list;
  return {
    source: { keeper: "kashew", readAt: new Date(readAt).toISOString(), skipped, ...(stale && { stale }) },
    profiles: found.slice((shown - 1) * pageSize, shown * pageSize),
    page: shown,
    pages,
    matching,
    total: list.profiles.length,
  };
}
