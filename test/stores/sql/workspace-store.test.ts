import { join } from "node:path";
import { expect, it } from "vitest";
import type { Workspace } from "../../../src/stores/workspace-store.ts";
import { acme, beta, storesIn } from "../../support/store-in.ts";
import { damages, inSqlite } from "../../support/stored-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

it("knows nobody before it has met anybody", async () => {
  const { workspaces } = await storesIn(temporaryFolder());
  expect(await workspaces.list()).toEqual([]);
  expect(await workspaces.find(acme)).toBeUndefined();
  expect(await workspaces.setPlan(acme, "max")).toBe(false);
  expect(await workspaces.list()).toEqual([]);
});

it("remembers each workspace it has met, its plan once one is set, and its newest name, after a restart too", async () => {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  const { workspaces } = stores;
  await workspaces.meet({ teamId: beta, name: "Beta Freight" });
  await workspaces.meet({ teamId: acme, name: "Acme" });
  expect(await workspaces.setPlan(acme, "free")).toBe(true);
  expect(await workspaces.setPlan(acme, "max")).toBe(true);
  await workspaces.meet({ teamId: acme, name: "Acme 🚀 “Holding”" });

  const met: Workspace[] = [
    { teamId: acme, name: "Acme 🚀 “Holding”", plan: "max" },
    { teamId: beta, name: "Beta Freight" },
  ];
  expect(await workspaces.list()).toEqual(met);
  await stores.close();
  const { workspaces: again } = await storesIn(folder);
  expect(await again.list()).toEqual(met);
  expect(await again.find(acme)).toEqual(met[0]);
  expect(await again.find(beta)).toEqual(met[1]);
});

it("gives no workspace a plan that it does not know; others go on, and a new plan mends it", async () => {
  const folder = temporaryFolder();
  const { workspaces } = await storesIn(folder);
  await workspaces.meet({ teamId: acme, name: "Acme" });
  await workspaces.meet({ teamId: beta, name: "Beta Freight" });
  inSqlite(join(folder, "control.sqlite"), (sqlite) => {
    sqlite.exec("update workspaces set plan = 'platinum' where team_id = 'T0ACME'");
  });
  const unknown = { code: "store-newer", message: expect.stringContaining("platinum") };
  await expect(workspaces.find(acme)).rejects.toMatchObject(unknown);
  expect(await workspaces.list()).toEqual([
    { teamId: acme, name: "Acme", unknownPlan: "platinum" },
    { teamId: beta, name: "Beta Freight" },
  ]);
  expect(await workspaces.find(beta)).toEqual({ teamId: beta, name: "Beta Freight" });
  expect(await workspaces.setPlan(acme, "pro")).toBe(true);
  expect(await workspaces.find(acme)).toEqual({ teamId: acme, name: "Acme", plan: "pro" });
});

it.each(damages)("does not open on a file that is %s", async (_what, damage) => {
  const folder = temporaryFolder();
  await (await storesIn(folder)).close();
  damage(join(folder, "control.sqlite"));
  await expect(storesIn(folder)).rejects.toMatchObject({ code: "store-damaged" });
});
