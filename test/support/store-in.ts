import { join } from "node:path";
import { onTestFinished } from "vitest";
import { TeamId } from "../../src/rules/people.ts";
import type { ProfileDraft } from "../../src/rules/profile.ts";
import type { CreateAnswer, ListAsk, ProfileStore } from "../../src/stores/profile-store.ts";
import type { Stores } from "../../src/stores/sql/stores.ts";
import { openStores } from "../../src/stores/sql/stores.ts";
import { ana, makeDraft } from "./make-profile.ts";

export const acme = TeamId.parse("T0ACME");
export const beta = TeamId.parse("T0BETA");

/** The stores of a folder, closed at the test's end unless they were before. */
export async function storesIn(folder: string): Promise<Stores> {
  const stores = await openStores(folder);
  onTestFinished(() => stores.close());
  return stores;
}

/** Leaves a workspace's file with these profiles in the folder, closed, and answers its path. */
export async function leaveProfiles(folder: string, names: readonly string[], team = acme): Promise<string> {
  const stores = await openStores(folder);
  for (const name of names) await save(stores.profilesOf(team), { name });
  await stores.close();
  return pathOf(folder, team);
}

/** Where the workspace's file is. */
export function pathOf(folder: string, team = acme): string {
  return join(folder, "workspaces", `${team}.sqlite`);
}

/** Saves a profile as Ana, each name as a submission of its own. */
export function save(
  store: ProfileStore,
  draft: Partial<ProfileDraft> & { name: string },
  at = new Date("2026-05-01T12:00:00Z"),
): Promise<CreateAnswer> {
  return store.create({ draft: makeDraft(draft), key: draft.name, by: ana, at, writesPerDay: 200 });
}

/** The names of all profiles, in alphabetical order. */
export async function namesIn(store: ProfileStore): Promise<string[]> {
  const everything: ListAsk = { words: [], state: "all", page: 1, pageSize: 1000 };
  return (await store.list(everything)).profiles.map(({ name }) => name).sort();
}
