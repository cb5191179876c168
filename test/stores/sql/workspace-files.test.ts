import { renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import fc from "fast-check";
import type { Kysely } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { Fault } from "../../../src/errors.ts";
import { TeamId } from "../../../src/rules/people.ts";
import { createSqlProfileStore } from "../../../src/stores/sql/profile-store.ts";
import type { WorkspaceTables } from "../../../src/stores/sql/tables.ts";
import type { WorkspaceFiles } from "../../../src/stores/sql/workspace-files.ts";
import { createWorkspaceFiles } from "../../../src/stores/sql/workspace-files.ts";
import { openDatabasesIn, tellsOpenFiles } from "../../support/open-files.ts";
import { acme, beta, leaveProfiles, namesIn, pathOf, save } from "../../support/store-in.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const teams = Array.from({ length: 40 }, (_, index) => TeamId.parse(`T${index + 100}`));

it.runIf(tellsOpenFiles)("keeps at most 32 files open while 40 workspaces work at once", async () => {
  const { folder, files } = openFiles();
  let most = 0;
  const watched: WorkspaceFiles = {
    ...files,
    use: (team, work) =>
      files.use(team, async (db) => {
        most = Math.max(most, openDatabasesIn(folder).length);
        return work(db);
      }),
  };
  const storeOf = (team: TeamId) => createSqlProfileStore(watched, team);
  for (const round of ["first", "second"]) {
    await Promise.all(teams.map((team) => save(storeOf(team), { name: `${team} ${round}` })));
  }
  const names = await Promise.all(teams.toReversed().map((team) => namesIn(storeOf(team))));

  expect(names).toEqual(teams.toReversed().map((team) => [`${team} first`, `${team} second`]));
  expect(most).toBe(32);
  await files.close();
  expect(openDatabasesIn(folder)).toEqual([]);
});

it("never closes a file that is lent out: who comes while all are, waits", async () => {
  const { files } = openFiles({ maxOpen: 2 });
  const [first, second, third] = [teams[0], teams[1], teams[2]] as [TeamId, TeamId, TeamId];
  const order: string[] = [];
  const [one, two] = [lend(files, first), lend(files, second)];
  await Promise.all([one.lent, two.lent]);
  const waiting = files.use(third, async () => order.push("third began"));
  // Asked after the third, answered before it: its file is open already.
  await files.use(first, async (db) => order.push(`first has ${(await profilesIn(db)).length}`));
  order.push("two is given back");
  two.giveBack();
  await waiting;
  expect(order).toEqual(["first has 0", "two is given back", "third began"]);
  one.giveBack();
  await Promise.all([one.ended, two.ended]);
});

it("does not take a file away from whoever else works on it when it fails for one", async () => {
  const { files } = openFiles();
  const held = lend(files, acme);
  await held.lent;
  const full = new Fault("store-full", "the disk is full");
  await expect(files.use(acme, () => Promise.reject(full))).rejects.toBe(full);
  expect(await namesIn(createSqlProfileStore(files, acme))).toEqual([]);
  held.giveBack();
  expect(await held.ended).toEqual([]);
});

it("tells nobody that a save is kept in a file that another one has taken the place of, and lets whoever reads go on", async () => {
  const { folder, files } = openFiles();
  const path = join(folder, `${acme}.sqlite`);
  const store = createSqlProfileStore(files, acme);
  await save(store, { name: "Before" });
  const whileReplaced = async (by: string) => {
    const other = await leaveProfiles(temporaryFolder(), [by]);
    return createSqlProfileStore(
      {
        ...files,
        use: (team, ask) =>
          files.use(team, (db) => {
            for (const end of ["-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
            renameSync(other, path);
            return ask(db);
          }),
      },
      acme,
    );
  };
  const writing = await whileReplaced("Another");
  await expect(save(writing, { name: "Lost" })).rejects.toMatchObject({ code: "store-busy" });
  expect(await namesIn(store)).toEqual(["Another"]);
  expect(await namesIn(await whileReplaced("A third"))).toEqual(["Another"]);
  expect(await namesIn(store)).toEqual(["A third"]);
  expect(await save(store, { name: "Kept" })).toMatchObject({ kind: "created" });
});

it("lets everybody have a turn on a single file", async () => {
  const { files } = openFiles({ maxOpen: 1 });
  const crowd = [...teams, ...teams];
  await Promise.all(
    crowd.map((team, index) => save(createSqlProfileStore(files, team), { name: `No. ${index}` })),
  );
  const names = await Promise.all(teams.map((team) => namesIn(createSqlProfileStore(files, team))));
  expect(names).toEqual(teams.map((_, index) => [`No. ${index}`, `No. ${index + 40}`].sort()));
});

it("shows no workspace what another one keeps", async () => {
  const { files } = openFiles();
  await save(createSqlProfileStore(files, acme), { name: "Fintech", industries: ["FinTech"] });
  const other = createSqlProfileStore(files, beta);
  expect(await namesIn(other)).toEqual([]);
  expect(await other.findByName("Fintech")).toBeUndefined();
  expect(await other.usedTerms("industries")).toEqual([]);
});

it("keeps every workspace id that it takes inside its folder, under a name of its own", () => {
  const { files } = openFiles();
  // @ts-expect-error What was not parsed is not taken.
  const unparsed: Parameters<typeof files.use>[0] = "../T0ACME";
  expect(TeamId.safeParse(unparsed).success).toBe(false);
  for (const id of ["T0/../../x", "T0ACME\0", "T0ACME.", "t0acme", "T", "", "T0ACME\n", "Tä", "CON"]) {
    expect(TeamId.safeParse(id).success, id).toBe(false);
  }
  fc.assert(
    fc.property(fc.stringMatching(/^T[A-Z0-9a./\\\0-]{0,3}$/), (id) => {
      const { data } = TeamId.safeParse(id);
      if (data === undefined) return;
      const path = pathOf("/data", data);
      expect([dirname(path), basename(path)]).toEqual([join("/data", "workspaces"), `${id}.sqlite`]);
    }),
  );
});

function openFiles(how: { maxOpen?: number } = {}) {
  const folder = temporaryFolder();
  const files = createWorkspaceFiles(folder, how);
  onTestFinished(() => files.close());
  return { folder, files };
}

/** Borrows a workspace's file until it is given back. */
function lend(files: WorkspaceFiles, team: TeamId) {
  const [lent, back] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const ended = files.use(team, async (db) => {
    lent.resolve();
    await back.promise;
    return profilesIn(db);
  });
  return { lent: lent.promise, ended, giveBack: back.resolve };
}

function profilesIn(db: Kysely<WorkspaceTables>) {
  return db.selectFrom("profiles").selectAll().execute();
}
