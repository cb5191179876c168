import { expect, it, onTestFinished } from "vitest";
import { canary } from "../../src/sandbox/server/ids.ts";
import { openSeal } from "../../src/stores/sql/encryption-keys.ts";
import { makeKey } from "../support/make-key.ts";
import { ana } from "../support/make-profile.ts";
import { startTeam } from "../support/start-team.ts";
import { acme, storesIn } from "../support/store-in.ts";
import { startKashewStub } from "../wire/kashew-stub.ts";

it("lists and saves in Kashew for a workspace that is connected, and forgets the key when the app is taken away", async () => {
  const key = makeKey();
  const stub = await startKashewStub({ keys: [key] });
  onTestFinished(() => stub.close());
  const { slack, config, logged } = await startTeam({ kashewApiUrl: stub.url });
  const stores = await storesIn(config.dataDir);
  const connections = stores.connectionsWith(openSeal(config.encryptionKeys, () => undefined));
  await connections.connect({ teamId: acme, key, by: ana, at: new Date(Date.now() - 60_000) });
  stub.make({ name: "Made in Kashew" });
  const person = slack.person("ana");

  await person.types("/icp list");
  await person.sees("Made in Kashew");
  await person.sees("kept in Kashew, read");
  await person.types("/icp new Fintech DACH");
  await person.sees("New ICP profile");
  await person.saves();
  await person.sees("Profile saved");
  await person.sees("Kept in Kashew");
  expect(stub.profiles.map(({ name }) => name)).toEqual(["Made in Kashew", "Fintech DACH"]);

  stub.always("POST", { kind: "cuts", when: "before" });
  await person.presses("New profile");
  await person.fills({ Name: "Health" });
  await person.saves();
  await person.sees("It isn’t in Kashew now.");
  expect(stub.count("POST")).toBe(2);

  await slack.sendEvent({ type: "app_uninstalled" });
  await expect.poll(async () => (await stores.workspaces.find(acme))?.connection).toBeUndefined();
  expect(logged.join("")).toContain("its key to Kashew is forgotten");
  expect(logged.join("")).not.toContain(canary);
});
