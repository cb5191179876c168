import { join } from "node:path";
import { expect, it } from "vitest";
import { canary } from "../../../src/sandbox/server/ids.ts";
import type { EncryptionKey } from "../../../src/stores/sql/sealed.ts";
import { createSeal, newKey, readKey } from "../../../src/stores/sql/sealed.ts";
import { folderText } from "../../support/folder-text.ts";
import { makeKey } from "../../support/make-key.ts";
import { ana, ben } from "../../support/make-profile.ts";
import { acme, beta, storesIn } from "../../support/store-in.ts";
import { inSqlite } from "../../support/stored-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const at = new Date("2026-05-01T12:00:00.000Z");
const later = new Date("2026-06-01T12:00:00.000Z");
const key = makeKey();

function makeEncryptionKey(): EncryptionKey {
  const made = readKey(newKey());
  if (made === undefined) throw new Error("a new key is a key");
  return made;
}

async function setUp({ sealing = makeEncryptionKey() } = {}) {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  const connections = stores.connectionsWith(createSeal({ keys: () => [sealing] }));
  await stores.workspaces.meet({ teamId: acme, name: "Acme" });
  await stores.workspaces.meet({ teamId: beta, name: "Beta" });
  const connection = await connections.connect({ teamId: acme, key, by: ana, at });
  return { ...stores, folder, sealing, connections, connection, of: { teamId: acme, ...connection } };
}

it("tells with the workspace whether it is connected, by whom, since when and how, and opens the key", async () => {
  const { workspaces, connections, connection, of } = await setUp();
  const shown = { shownKey: "kshw_abcd1234_…", connectedBy: ana, connectedAt: at.toISOString(), state: "ok" };
  expect(connection).toEqual(shown);
  expect(await workspaces.find(acme)).toEqual({ teamId: acme, name: "Acme", connection: shown });
  expect(await workspaces.find(beta)).toEqual({ teamId: beta, name: "Beta" });
  expect((await workspaces.list()).map((row) => row.connection)).toEqual([shown, undefined]);
  expect(await connections.keyOf(of)).toBe(key);
});

it("has no secret in any file, while it is connected and afterwards", async () => {
  const { folder, connections } = await setUp();
  expect(folderText(folder)).toContain("kshw_abcd1234_");
  expect(folderText(folder)).not.toContain(canary);
  const [sealed] = inSqlite(join(folder, "control.sqlite"), (sqlite) =>
    sqlite.prepare("select sealed_key from connections").pluck().all(),
  ) as string[];
  expect(await connections.disconnect(acme)).toMatchObject({ shownKey: "kshw_abcd1234_…" });
  expect(await connections.disconnect(acme)).toBeUndefined();
  expect(folderText(folder)).not.toContain("kshw_abcd1234_");
  expect(folderText(folder)).not.toContain(sealed);
});

it("opens no key that was moved to another workspace", async () => {
  const { folder, connections, connection } = await setUp();
  inSqlite(join(folder, "control.sqlite"), (sqlite) =>
    sqlite.exec("update connections set team_id = 'T0BETA'"),
  );
  const moved = connections.keyOf({ teamId: beta, ...connection });
  await expect(moved).rejects.toMatchObject({ code: "sealed-shut" });
});

it("changes the state of no connection but the one that was meant", async () => {
  const { workspaces, connections, of } = await setUp();
  const stateOf = async () => (await workspaces.find(acme))?.connection?.state;
  await connections.setState({ ...of, state: "broken" });
  expect(await stateOf()).toBe("broken");
  await connections.connect({ teamId: acme, key: makeKey("efgh5678"), by: ben, at: later });
  expect(await stateOf()).toBe("ok");
  await connections.setState({ ...of, state: "broken" });
  expect(await stateOf()).toBe("ok");
  expect(await connections.keyOf(of)).toBeUndefined();
});

it("lets one and no other tell the admins of a state", async () => {
  const { connections, of } = await setUp();
  await connections.setState({ ...of, state: "broken" });
  const told = await Promise.all([connections.beginTelling(of), connections.beginTelling(of)]);
  expect(told.sort()).toEqual([false, true]);
  await connections.setState({ ...of, state: "broken" });
  expect(await connections.beginTelling(of)).toBe(false);
  await connections.setState({ ...of, state: "read-only" });
  expect(await connections.beginTelling(of)).toBe(true);
});

it("forgets the key of a workspace that is forgotten, or that takes the app away", async () => {
  const { workspaces, departures, connections, of } = await setUp();
  await workspaces.forget(acme);
  expect(await connections.keyOf(of)).toBeUndefined();
  const betas = await connections.connect({ teamId: beta, key, by: ana, at });
  await departures.leave({ id: beta, at: later.toISOString(), dataUntil: later.toISOString() });
  expect(await connections.keyOf({ teamId: beta, ...betas })).toBeUndefined();
});

it("seals anew what an older key sealed, and forgets what a lost key sealed", async () => {
  const { connectionsWith, sealing: older, of } = await setUp();
  const newer = makeEncryptionKey();
  const both = connectionsWith(createSeal({ keys: () => [newer, older] }));
  expect(await both.keyIds()).toEqual([older.id]);
  expect(await both.sealAnew()).toBe(1);
  expect(await both.sealAnew()).toBe(0);
  const alone = connectionsWith(createSeal({ keys: () => [newer] }));
  expect(await alone.keyOf(of)).toBe(key);
  expect(await alone.removeSealedWith(older.id)).toBe(0);
  expect(await alone.removeSealedWith(newer.id)).toBe(1);
  expect(await alone.keyOf(of)).toBeUndefined();
});

it("does not guess at a state that a newer version set", async () => {
  const { folder, workspaces } = await setUp();
  inSqlite(join(folder, "control.sqlite"), (sqlite) =>
    sqlite.exec("update connections set state = 'on-leave'"),
  );
  await expect(workspaces.find(acme)).rejects.toMatchObject({ code: "store-newer" });
  expect(await workspaces.find(beta)).toMatchObject({ name: "Beta" });
  expect(await workspaces.list()).toHaveLength(2);
});
