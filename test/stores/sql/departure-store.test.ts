import { join } from "node:path";
import { expect, it } from "vitest";
import { EnterpriseId, TeamId, UserId } from "../../../src/rules/people.ts";
import type { InstallationId } from "../../../src/stores/installation-store.ts";
import { createSeal, newKey, readKey } from "../../../src/stores/sql/sealed.ts";
import { folderText } from "../../support/folder-text.ts";
import { acme, beta, storesIn } from "../../support/store-in.ts";
import { inSqlite } from "../../support/stored-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const globex = EnterpriseId.parse("E0GLOBEX");
const [north, south] = [TeamId.parse("T0NORTH"), TeamId.parse("T0SOUTH")];
const installedAt = "2026-05-01T12:00:00.900Z";
const until = "2026-05-09T00:00:00.000Z";
const left = { at: "2026-05-02T00:00:00.000Z", dataUntil: until };

async function setUp() {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  const key = readKey(newKey());
  if (key === undefined) throw new Error("a new key is a key");
  const installations = stores.installationsWith(createSeal({ keys: () => [key] }));
  return {
    folder,
    ...stores,
    installations,
    async install(id: InstallationId) {
      const installedBy = UserId.parse("U0ANA");
      await installations.save({
        id,
        name: "Quokka",
        botToken: "xoxb-1",
        scopes: [],
        installedBy,
        installedAt,
      });
      const teamId = TeamId.safeParse(id);
      if (teamId.success) await stores.workspaces.meet({ teamId: teamId.data, name: "Quokka" });
    },
  };
}

it("forgets the tokens at once, and names the workspace when its time is over", async () => {
  const { install, departures, installations } = await setUp();
  await install(acme);
  await install(beta);
  expect(await departures.leave({ id: acme, ...left })).toBe(true);
  expect(await installations.find(acme)).toBeUndefined();
  expect(await installations.find(beta)).toBeDefined();
  expect(await departures.due("2026-05-08T23:59:59.999Z")).toEqual([]);
  expect(await departures.due(until)).toEqual([{ id: acme, teams: [acme] }]);
});

it("forgets the API keys at once, and leaves those of others", async () => {
  const { install, departures, apiKeys, workspaces } = await setUp();
  await install(globex);
  await workspaces.meet({ teamId: north, name: "x", enterpriseId: globex });
  const make = (teamId: TeamId) =>
    apiKeys.make({ teamId, scopes: [], by: "operator", at: new Date(installedAt) });
  for (const teamId of [acme, beta, north]) {
    if (teamId !== north) await install(teamId);
    await make(teamId);
  }
  await departures.leave({ id: acme, ...left });
  await departures.leave({ id: globex, ...left });
  expect(await Promise.all([acme, north, beta].map(async (id) => (await apiKeys.of(id)).length))).toEqual([
    0, 0, 1,
  ]);
  await make(acme);
  await departures.end({ id: acme, teams: [acme] });
  expect(await apiKeys.of(acme)).toEqual([]);
});

it("heeds no word from before the installation, to the second", async () => {
  const { install, departures, installations } = await setUp();
  await install(acme);
  expect(await departures.leave({ id: acme, ...left, at: "2026-05-01T11:59:59.000Z" })).toBe(false);
  expect(await installations.find(acme)).toBeDefined();
  expect(await departures.leave({ id: acme, ...left, at: "2026-05-01T12:00:00.000Z" })).toBe(true);
});

it("keeps to the first day that was set", async () => {
  const { install, departures } = await setUp();
  await install(acme);
  await departures.leave({ id: acme, ...left });
  expect(await departures.leave({ id: acme, ...left, dataUntil: "2027-01-01T00:00:00.000Z" })).toBe(true);
  expect(await departures.due(until)).toHaveLength(1);
});

it("knows nothing of a departure of somebody of whom nothing is kept", async () => {
  const { departures } = await setUp();
  expect(await departures.leave({ id: acme, ...left })).toBe(false);
  expect(await departures.due(until)).toEqual([]);
});

it("counts an organization’s workspaces as its own unless they have the app for themselves", async () => {
  const { install, departures, workspaces } = await setUp();
  await install(globex);
  for (const teamId of [north, south]) await workspaces.meet({ teamId, name: "x", enterpriseId: globex });
  await install(south);
  await departures.leave({ id: globex, ...left });
  expect(await departures.due(until)).toEqual([{ id: globex, teams: [north] }]);
});

it("notes of one workspace that its organization took the app away, and forgets its API keys and no token", async () => {
  const { install, departures, installations, workspaces, apiKeys } = await setUp();
  await install(globex);
  for (const teamId of [north, south]) await workspaces.meet({ teamId, name: "x", enterpriseId: globex });
  const key = { scopes: [], by: "operator", at: new Date(installedAt) } as const;
  for (const teamId of [north, south]) await apiKeys.make({ teamId, ...key });
  expect(await departures.loseAccess({ teamId: north, ...left })).toBe(true);
  expect(await departures.loseAccess({ teamId: north, ...left, dataUntil: "2027-01-01T00:00:00.000Z" })).toBe(
    true,
  );
  expect(await installations.find(globex)).toBeDefined();
  expect(await apiKeys.of(north)).toEqual([]);
  expect(await apiKeys.of(south)).toHaveLength(1);
  const within = { teamId: north, organization: globex };
  expect(await departures.due(until)).toEqual([{ id: north, teams: [north], within }]);
  expect(await departures.regainAccess({ teamId: north, at: "2026-05-01T23:59:59.000Z" })).toBe(false);
  expect(await departures.regainAccess({ teamId: north, at: left.at })).toBe(true);
  expect(await departures.due(until)).toEqual([]);
});

it("heeds no loss of a workspace that has the app for itself, that was never met, or from before the installation", async () => {
  const { install, departures, workspaces } = await setUp();
  await install(globex);
  for (const teamId of [north, south]) await workspaces.meet({ teamId, name: "x", enterpriseId: globex });
  await install(south);
  const early = { ...left, at: "2026-05-01T11:59:59.000Z" };
  for (const departure of [
    { teamId: south, ...left },
    { teamId: acme, ...left },
    { teamId: north, ...early },
  ]) {
    expect(await departures.loseAccess(departure)).toBe(false);
  }
  expect(await departures.due(until)).toEqual([]);
});

it("forgets everything at the end, unless it was installed anew meanwhile", async () => {
  const { install, departures, workspaces, folder } = await setUp();
  await install(acme);
  await departures.leave({ id: acme, ...left });
  await install(acme);
  await departures.end({ id: acme, teams: [acme] });
  expect(await workspaces.find(acme)).toMatchObject({ name: "Quokka" });
  await departures.leave({ id: acme, ...left });
  await departures.end({ id: acme, teams: [acme] });
  expect(await workspaces.list()).toEqual([]);
  expect(folderText(folder)).not.toContain("Quokka");
});

it("knows a workspace by its key alone, and forgets that and its data too", async () => {
  const { departures, apiKeys, workspaces, folder } = await setUp();
  await apiKeys.make({ teamId: acme, scopes: [], by: "operator", at: new Date(installedAt) });
  inSqlite(join(folder, "control.sqlite"), (sqlite) => sqlite.exec("delete from workspaces"));
  expect(await departures.leave({ id: acme, ...left })).toBe(true);
  expect(await apiKeys.of(acme)).toEqual([]);
  expect(await departures.due(until)).toEqual([{ id: acme, teams: [acme] }]);
  await departures.end({ id: acme, teams: [acme] });
  expect(await departures.due(until)).toEqual([]);
  expect(await workspaces.list()).toEqual([]);
});
