import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { EnterpriseId, TeamId } from "../../../src/rules/people.ts";
import type { StoredInstallation } from "../../../src/stores/installation-store.ts";
import { createSeal, newKey, readKey } from "../../../src/stores/sql/sealed.ts";
import { ana } from "../../support/make-profile.ts";
import { acme, beta, storesIn } from "../../support/store-in.ts";
import { inSqlite } from "../../support/stored-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const key = makeKey();

function makeKey() {
  const made = readKey(newKey());
  if (made === undefined) throw new Error("a new key is a key");
  return made;
}

function install(rest: Partial<StoredInstallation> = {}): StoredInstallation {
  return {
    id: acme,
    name: "Acme",
    enterpriseId: undefined,
    botToken: "xoxb-canary-1",
    rotation: undefined,
    scopes: ["commands", "chat:write"],
    installedBy: ana,
    installedAt: "2026-05-01T12:00:00.000Z",
    ...rest,
  };
}

it("gives back a workspace's and an organization's installation, the newest of each, after a restart too", async () => {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  const store = stores.installationsWith(createSeal({ keys: () => [key] }));
  const organization = EnterpriseId.parse("E0BIG");
  const whole = install({
    id: organization,
    name: "Big",
    enterpriseId: organization,
    rotation: { refreshToken: "xoxe-1-canary", expiresAt: "2026-05-02T00:00:00.000Z" },
    scopes: [],
  });
  const newest = install({ botToken: "xoxb-canary-2", installedAt: "2026-06-01T12:00:00.000Z" });
  await store.save(install());
  await store.save(whole);
  await store.save(newest);
  await stores.close();

  const again = (await storesIn(folder)).installationsWith(createSeal({ keys: () => [key] }));
  expect(await again.find(acme)).toEqual(newest);
  expect(await again.find(organization)).toEqual(whole);
  expect(await again.find(beta)).toBeUndefined();
  expect(await again.count()).toBe(2);
});

it("leaves no token readable in any file", async () => {
  const folder = temporaryFolder();
  const store = (await storesIn(folder)).installationsWith(createSeal({ keys: () => [key] }));
  await store.save(
    install({ rotation: { refreshToken: "xoxe-1-canary", expiresAt: "2026-05-02T00:00:00.000Z" } }),
  );
  const bytes = readdirSync(folder)
    .filter((name) => name.includes("sqlite"))
    .map((name) => readFileSync(join(folder, name), "latin1"));
  expect(bytes.join("")).toContain("Acme");
  expect(bytes.join("")).not.toContain("canary");
});

it("opens no token that was moved to another workspace", async () => {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  const store = stores.installationsWith(createSeal({ keys: () => [key] }));
  await store.save(install());
  await store.save(install({ id: TeamId.parse("T0BETA"), botToken: "xoxb-canary-beta" }));
  await stores.close();
  inSqlite(join(folder, "control.sqlite"), (sqlite) =>
    sqlite.exec(
      "update installations set sealed_bot_token = (select sealed_bot_token from installations where id = 'T0ACME')",
    ),
  );
  const after = (await storesIn(folder)).installationsWith(createSeal({ keys: () => [key] }));
  await expect(after.find(beta)).rejects.toMatchObject({ code: "sealed-shut" });
  expect(await after.find(acme)).toMatchObject({ botToken: "xoxb-canary-1" });
});

it("puts new tokens into an installation, but not into one that was forgotten or made anew meanwhile", async () => {
  const stores = await storesIn(temporaryFolder());
  const store = stores.installationsWith(createSeal({ keys: () => [key] }));
  const fresh = install({ botToken: "xoxb-canary-fresh" });
  expect(await store.renew(fresh)).toBe(false);
  await store.save(install());
  expect(await store.renew(fresh)).toBe(true);
  expect(await store.find(acme)).toEqual(fresh);
  const anew = install({ installedAt: "2026-06-01T12:00:00.000Z" });
  await store.save(anew);
  expect(await store.renew(fresh)).toBe(false);
  expect(await store.find(acme)).toEqual(anew);
});

it("says whether it was known before", async () => {
  const stores = await storesIn(temporaryFolder());
  const store = stores.installationsWith(createSeal({ keys: () => [key] }));
  expect(await store.save(install())).toBe(false);
  expect(await store.save(install())).toBe(true);
  const left = { id: acme, at: "2026-05-02T00:00:00.000Z", dataUntil: "2026-05-09T00:00:00.000Z" };
  await stores.departures.leave(left);
  expect(await store.save(install())).toBe(true);
  expect(await stores.departures.due("2027-01-01T00:00:00.000Z")).toEqual([]);
});

it("seals anew with a new key what an older one sealed, so that the older one can go", async () => {
  const stores = await storesIn(temporaryFolder());
  const newer = makeKey();
  await stores.installationsWith(createSeal({ keys: () => [key] })).save(install());
  const both = stores.installationsWith(createSeal({ keys: () => [newer, key] }));
  expect(await both.keyIds()).toEqual([key.id]);
  expect(await both.sealAnew()).toBe(1);
  expect(await both.keyIds()).toEqual([newer.id]);
  expect(await both.sealAnew()).toBe(0);
  expect(await stores.installationsWith(createSeal({ keys: () => [newer] })).find(acme)).toEqual(install());
});
