import { expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { depsOf } from "../../src/deps.ts";
import type { Person } from "../../src/rules/people.ts";
import type { Profile } from "../../src/rules/profile.ts";
import { openSeal } from "../../src/stores/sql/encryption-keys.ts";
import { bindUseCases } from "../../src/usecases/use-cases.ts";
import { ana, ben, makeDraft } from "../support/make-profile.ts";
import { acme, pathOf, storesIn } from "../support/store-in.ts";
import { inSqlite } from "../support/stored-file.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const minute = 60_000;
const owner: Person = { kind: "slack", teamId: acme, userId: ana, standing: "owner", isInstaller: false };
const member: Person = { ...owner, userId: ben, standing: "member" };

async function setUp() {
  const folder = temporaryFolder();
  const reading = readConfig({});
  if (reading.kind !== "config") throw new Error("The defaults are wrong.");
  const clock = { ms: Date.parse("2026-05-01T12:00:00Z") };
  const seal = openSeal({ kind: "own", folder }, () => undefined);
  const surroundings = { seal, now: () => clock.ms, report: () => undefined };
  const usecases = bindUseCases(depsOf(reading.config, await storesIn(folder), surroundings));
  const create = async (name: string): Promise<Profile> => {
    const made = await usecases.createProfile(owner, { draft: makeDraft({ name }), key: name });
    if (made.kind !== "created") throw new Error(`it answered ${made.kind}`);
    return made.profile;
  };
  return {
    clock,
    usecases,
    create,
    profile: await create("Fintech"),
    undo: ({ id }: Profile, revision: number, who = owner) => usecases.undoChange(who, { id, revision }),
    rename: async (profile: Profile, name: string) => {
      const draft = makeDraft({ name });
      await usecases.editProfile(owner, { id: profile.id, revision: profile.revision, draft });
    },
    spendWrites: () =>
      inSqlite(pathOf(folder), (sqlite) => sqlite.prepare("update writes set used = 200").run()),
  };
}

it("takes back a making into the archive, and that into the list again, and that too", async () => {
  const { profile, undo } = await setUp();
  const how = { kind: "undone", of: 1 };
  expect(await undo(profile, 1)).toMatchObject({ kind: "undone", archived: { revision: 2, how } });
  expect(await undo(profile, 2)).toMatchObject({ kind: "undone", profile: { revision: 3, name: "Fintech" } });
  expect(await undo(profile, 3)).toMatchObject({ kind: "undone", archived: { revision: 4 } });
});

it("takes back an archiving, a restoring from the archive, a change of owner and one of the fields", async () => {
  const { profile, undo, rename, usecases } = await setUp();
  const { id } = profile;
  await usecases.archiveProfile(owner, { id });
  expect(await undo(profile, 2)).toMatchObject({ profile: { ...profile, revision: 3 } });
  await usecases.archiveProfile(owner, { id });
  await usecases.takeBack(owner, id);
  expect(await undo(profile, 5)).toMatchObject({ archived: { revision: 6, isArchived: true } });
  await usecases.takeBack(owner, id);
  await usecases.setOwner(owner, { id, owner: ben });
  expect(await undo(profile, 8)).toMatchObject({ profile: { owner: ana, revision: 9 } });
  await rename({ ...profile, revision: 9 }, "Health");
  expect(await undo(profile, 10)).toMatchObject({ profile: { name: "Fintech", revision: 11 } });
});

it("takes back nothing that somebody has built on, and says who and when", async () => {
  const { clock, profile, undo, usecases } = await setUp();
  const { id } = profile;
  await usecases.setProfileState(owner, { id, isActive: false });
  clock.ms += minute;
  await usecases.setOwner(owner, { id, owner: ben });
  const since = { kind: "changed-since", by: ana, at: "2026-05-01T12:01:00.000Z" };
  expect(await undo(profile, 2)).toEqual(since);
  const undone = await undo(profile, 3);
  // Nor what was taken back already, of which whoever did so hears again.
  expect(await undo(profile, 3)).toEqual(undone);
  const other: Person = { ...owner, userId: ben };
  expect(await undo(profile, 3, other)).toEqual(since);
  const shown = await usecases.showProfile(owner, { id });
  expect(shown).toMatchObject({ profile: { revision: 4, isActive: false, owner: ana } });
});

it("takes back a change for ten minutes to the millisecond", async () => {
  const { clock, profile, undo, usecases } = await setUp();
  await usecases.setProfileState(owner, { id: profile.id, isActive: false });
  clock.ms += 10 * minute + 1;
  expect(await undo(profile, 2)).toEqual({ kind: "too-late" });
  clock.ms -= 1;
  expect(await undo(profile, 2)).toMatchObject({ kind: "undone", profile: { isActive: true } });
});

it("takes back the last change of a day whose writes are spent", async () => {
  const { profile, undo, usecases, spendWrites } = await setUp();
  const { id } = profile;
  await usecases.setProfileState(owner, { id, isActive: false });
  spendWrites();
  expect(await usecases.setProfileState(owner, { id, isActive: true })).toMatchObject({
    kind: "writes-spent",
  });
  expect(await undo(profile, 2)).toMatchObject({ kind: "undone", profile: { isActive: true } });
});

it("gives nobody a name back that another profile has by now", async () => {
  const { profile, create, undo, rename, usecases } = await setUp();
  await rename(profile, "Health");
  const taken = { kind: "name-taken", profile: await create("FINTECH") };
  expect(await undo(profile, 2)).toEqual(taken);
  await rename({ ...profile, revision: 2 }, "Fin");
  await usecases.archiveProfile(owner, { id: profile.id });
  const other = { kind: "name-taken", profile: await create("fin") };
  expect(await undo(profile, 4)).toEqual(other);
});

it("lets nobody take anything back who may not write, and finds no change that there never was", async () => {
  const { profile, undo } = await setUp();
  expect(await undo(profile, 1, member)).toMatchObject({ kind: "refused", action: "change" });
  expect(await undo(profile, 2)).toEqual({ kind: "gone" });
  expect(await undo(profile, 0)).toEqual({ kind: "gone" });
});

it("takes an archiving and a return from the archive back once where two do so at the same moment", async () => {
  const { profile, undo, usecases } = await setUp();
  await usecases.archiveProfile(owner, { id: profile.id });
  for (const revision of [2, 3]) {
    const answers = [owner, { ...owner, userId: ben }].map((who) => undo(profile, revision, who));
    const kinds = (await Promise.all(answers)).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["changed-since", "undone"]);
  }
});
