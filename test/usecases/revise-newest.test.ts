import { expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { depsOf } from "../../src/deps.ts";
import { toFault } from "../../src/errors.ts";
import type { Person } from "../../src/rules/people.ts";
import { ProfileDraft } from "../../src/rules/profile.ts";
import { openSeal } from "../../src/stores/sql/encryption-keys.ts";
import type { LocalProfileStore } from "../../src/stores/sql/profile-store.ts";
import { bindUseCases } from "../../src/usecases/use-cases.ts";
import { ana, ben, makeDraft } from "../support/make-profile.ts";
import { acme, save, storesIn } from "../support/store-in.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const owner: Person = { kind: "slack", teamId: acme, userId: ana, standing: "owner", isInstaller: false };

/** Ben is faster than Ana so many times: his changes reach the real store right before hers do. */
async function startRaces(times: number) {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  const reading = readConfig({});
  if (reading.kind !== "config") throw new Error("The defaults are wrong.");
  const surroundings = {
    seal: openSeal({ kind: "own", folder }, () => undefined),
    now: Date.now,
    report: () => undefined,
  };
  const deps = depsOf(reading.config, stores, surroundings);
  const store = stores.profilesOf(acme);
  const made = await save(store, { name: "Fintech", dailyLimit: 1 });
  if (made.kind !== "created") throw new Error(made.kind);
  const { id } = made.profile;
  let left = times;
  const overtake = async () => {
    if (left === 0) return;
    left -= 1;
    const now = await store.find(id);
    if (now === undefined) throw new Error("it is gone");
    const draft = { ...ProfileDraft.parse(now), dailyLimit: now.dailyLimit + 1 };
    await store.revise({ id, revision: now.revision, draft, by: ben, at: new Date(), writesPerDay: 10_000 });
  };
  const overtaken: LocalProfileStore = {
    ...store,
    revise: (ask) => overtake().then(() => store.revise(ask)),
    archive: { ...store.archive, put: (ask) => overtake().then(() => store.archive.put(ask)) },
  };
  const overtakeNext = () => {
    left = 1;
  };
  return { id, store, overtakeNext, usecases: bindUseCases({ ...deps, profilesOf: () => overtaken }) };
}

type Races = Awaited<ReturnType<typeof startRaces>>;

const changes: [string, (races: Races) => Promise<unknown>][] = [
  ["pauses", ({ usecases, id }) => usecases.setProfileState(owner, { id, isActive: false })],
  ["hands over", ({ usecases, id }) => usecases.setOwner(owner, { id, owner: ben })],
  ["patches", ({ usecases, id }) => usecases.patchProfile(owner, { id, change: { description: "Banks" } })],
  [
    "edits",
    ({ usecases, id }) =>
      usecases.editProfile(owner, {
        id,
        revision: 1,
        draft: makeDraft({ name: "Fintech", dailyLimit: 1, description: "Banks" }),
      }),
  ],
  ["archives", ({ usecases, id }) => usecases.archiveProfile(owner, { id })],
];

it.each(changes)(
  "%s a profile that somebody else changes at the same moment, and loses nothing",
  async (_, change) => {
    const races = await startRaces(3);
    await change(races);
    const { id, store } = races;
    const [newest] = (await store.history.page({ id, page: 1, pageSize: 1 })).items;
    expect(newest?.revision).toMatchObject({ revision: 5, by: ana, draft: { dailyLimit: 4 } });
  },
);

it.each(changes)(
  "%s nothing, and says that it is busy, where somebody is faster a hundred times",
  async (_, change) => {
    const races = await startRaces(Number.POSITIVE_INFINITY);
    const thrown = await change(races).catch(toFault);
    expect(thrown).toMatchObject({ code: "store-busy" });
    const { id, store } = races;
    expect(await store.find(id)).toMatchObject({ revision: 101, changedBy: ben, isActive: true });
  },
);

it("takes nothing back that somebody changes at the same moment, and says who did", async () => {
  const { usecases, id, overtakeNext } = await startRaces(0);
  await usecases.setProfileState(owner, { id, isActive: false });
  overtakeNext();
  expect(await usecases.undoChange(owner, { id, revision: 2 })).toMatchObject({
    kind: "changed-since",
    by: ben,
  });
});
