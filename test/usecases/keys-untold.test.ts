import { truncateSync } from "node:fs";
import { expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { depsOf } from "../../src/deps.ts";
import { openSeal } from "../../src/stores/sql/encryption-keys.ts";
import { makeKeyFor } from "../../src/usecases/make-key.ts";
import { revokeKeyOf } from "../../src/usecases/revoke-key.ts";
import { acme, leaveProfiles, storesIn } from "../support/store-in.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it("makes no key of which a history cannot tell, and revokes one all the same", async () => {
  const folder = temporaryFolder();
  const path = await leaveProfiles(folder, ["Fintech"]);
  const reading = readConfig({});
  if (reading.kind !== "config") throw new Error("The defaults are wrong.");
  const stores = await storesIn(folder);
  const deps = depsOf(reading.config, stores, {
    seal: openSeal({ kind: "own", folder }, () => undefined),
    now: Date.now,
    report: () => undefined,
  });
  const made = await stores.apiKeys.make({ teamId: acme, scopes: [], by: "operator", at: new Date() });
  if (made.kind === "full") throw new Error("it is the first key");
  truncateSync(path, 0);

  await expect(makeKeyFor(deps, { teamId: acme, scopes: [] })).rejects.toMatchObject({
    code: "store-damaged",
  });
  expect(await stores.apiKeys.of(acme)).toEqual([made.apiKey]);
  expect(await revokeKeyOf(deps, { teamId: acme, name: made.apiKey.name })).toEqual({ isNoted: false });
  expect(await stores.apiKeys.of(acme)).toEqual([]);
});
