import type { ProfileId } from "../../src/rules/profile.ts";
import type { ProfileStore } from "../../src/stores/profile-store.ts";
import { namesIn } from "./store-in.ts";

/** All that is kept of one profile, whatever anybody is shown, and the names of those in the list. */
export async function keptOf(store: ProfileStore, id: ProfileId) {
  return {
    live: await store.find(id),
    archived: await store.archive?.find(id),
    history: (await store.history?.page({ id, page: 1, pageSize: 100 }))?.items,
    names: await namesIn(store),
  };
}

/** The id of a profile in the list or in the archive. */
export async function idOf(store: ProfileStore, name: string): Promise<ProfileId> {
  const archived = await store.archive?.list({ page: 1, pageSize: 100 });
  const found = (await store.findByName(name)) ?? archived?.items.find(({ draft }) => draft.name === name);
  if (found === undefined) throw new Error(`No profile is called ${name}.`);
  return found.id;
}
