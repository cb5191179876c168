import { join } from "node:path";
import { expect, it } from "vitest";
import type { KeyScope } from "../../../src/rules/api-key.ts";
import { mostKeys, nameInKey } from "../../../src/rules/api-key.ts";
import { folderText } from "../../support/folder-text.ts";
import { ana } from "../../support/make-profile.ts";
import { acme, beta, storesIn } from "../../support/store-in.ts";
import { holdForWriting } from "../../support/stored-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const noon = new Date("2026-05-01T12:00:00Z");

async function setUp() {
  const folder = temporaryFolder();
  const { apiKeys, workspaces } = await storesIn(folder);
  return {
    folder,
    apiKeys,
    workspaces,
    async make(teamId = acme, scopes: readonly KeyScope[] = [], at = noon) {
      const made = await apiKeys.make({ teamId, scopes, by: ana, at });
      if (made.kind === "full") throw new Error("the workspace has too many keys");
      return made;
    },
  };
}

it("recognizes a key that it made, and keeps nothing of it but its name and a hash", async () => {
  const { apiKeys, workspaces, folder, make } = await setUp();
  expect(await apiKeys.hasAny()).toBe(false);
  const { apiKey, secret } = await make(acme, ["icp:write"]);
  expect(apiKey).toEqual({
    name: nameInKey(secret),
    teamId: acme,
    scopes: ["icp:write"],
    madeBy: ana,
    madeAt: noon.toISOString(),
  });
  expect(await apiKeys.recognize(secret, noon)).toEqual({ apiKey, workspace: { teamId: acme, name: "" } });
  await workspaces.meet({ teamId: acme, name: "Acme" });
  expect(await apiKeys.recognize(secret, noon)).toMatchObject({ apiKey, workspace: { name: "Acme" } });
  expect(await apiKeys.hasAny()).toBe(true);
  const kept = folderText(folder);
  expect(kept).toContain(apiKey.name);
  expect(kept).not.toContain(secret);
  expect(kept).not.toContain(secret.slice(-32));
});

it("recognizes no other secret under a key's name, and no key that was revoked", async () => {
  const { apiKeys, make } = await setUp();
  const [one, other] = [await make(), await make(beta)];
  const swapped = `${one.apiKey.name}${other.secret.slice(-33)}`;
  for (const wrong of [swapped, `${one.secret.slice(0, -1)}!`, one.apiKey.name, "", `${one.secret} `]) {
    expect(await apiKeys.recognize(wrong, noon)).toBeUndefined();
  }
  expect(await apiKeys.revoke({ teamId: beta, name: one.apiKey.name })).toBe(false);
  expect(await apiKeys.recognize(one.secret, noon)).toMatchObject({ apiKey: { teamId: acme } });
  expect(await apiKeys.revoke({ teamId: acme, name: one.apiKey.name })).toBe(true);
  expect(await apiKeys.revoke({ teamId: acme, name: one.apiKey.name })).toBe(false);
  expect(await apiKeys.recognize(one.secret, noon)).toBeUndefined();
  expect(await apiKeys.recognize(other.secret, noon)).toMatchObject({ apiKey: { teamId: beta } });
});

it("writes down when a key was used, once a minute, and refuses nobody where that cannot be written", async () => {
  const { apiKeys, folder, make } = await setUp();
  const { secret } = await make();
  const lastUse = async () => (await apiKeys.of(acme))[0]?.lastUsedAt;
  const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
  expect(await lastUse()).toBeUndefined();
  await apiKeys.recognize(secret, after(1));
  await apiKeys.recognize(secret, after(60.9));
  expect(await lastUse()).toBe(after(1).toISOString());
  await apiKeys.recognize(secret, after(61));
  expect(await lastUse()).toBe(after(61).toISOString());
  const letGo = holdForWriting(join(folder, "control.sqlite"));
  expect(await apiKeys.recognize(secret, after(200))).toMatchObject({ apiKey: { teamId: acme } });
  letGo();
  expect(await lastUse()).toBe(after(61).toISOString());
});

it("lists a workspace's own keys, the newest first, and makes so many and no more", async () => {
  const { apiKeys, make } = await setUp();
  const names: string[] = [];
  for (let index = 0; index < mostKeys; index += 1) {
    names.unshift((await make(acme, [], new Date(noon.getTime() + index))).apiKey.name);
  }
  expect(new Set(names).size).toBe(mostKeys);
  expect(await apiKeys.make({ teamId: acme, scopes: [], by: ana, at: noon })).toEqual({ kind: "full" });
  await make(beta);
  expect((await apiKeys.of(acme)).map(({ name }) => name)).toEqual(names);
});

it("deletes the keys of a workspace that is forgotten, known by nothing else or not", async () => {
  const { apiKeys, workspaces, folder, make } = await setUp();
  const { apiKey, secret } = await make();
  const { secret: betas } = await make(beta);
  expect(await workspaces.forget(acme)).toBe(true);
  expect(await apiKeys.recognize(secret, noon)).toBeUndefined();
  expect(await apiKeys.recognize(betas, noon)).toBeDefined();
  expect(folderText(folder)).not.toContain(apiKey.name);
});
