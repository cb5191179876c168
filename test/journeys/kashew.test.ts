import { expect, it, onTestFinished } from "vitest";
import { canary } from "../../src/sandbox/server/ids.ts";
import { openSeal } from "../../src/stores/sql/encryption-keys.ts";
import { makeKey } from "../support/make-key.ts";
import { ana } from "../support/make-profile.ts";
import { pressed } from "../support/pressed.ts";
import { startTeam } from "../support/start-team.ts";
import { acme, storesIn } from "../support/store-in.ts";
import { startKashewStub } from "../wire/kashew-stub.ts";

async function startConnected() {
  const key = makeKey();
  const stub = await startKashewStub({ keys: [key] });
  onTestFinished(() => stub.close());
  const team = await startTeam({ kashewApiUrl: stub.url });
  const stores = await storesIn(team.config.dataDir);
  const connections = stores.connectionsWith(openSeal(team.config.encryptionKeys, () => undefined));
  await connections.connect({ teamId: acme, key, by: ana, at: new Date(Date.now() - 60_000) });
  stub.make({ name: "Made in Kashew" });
  return { ...team, stub, stores, person: team.slack.person("ana") };
}

it("lists and saves in Kashew for a workspace that is connected, and forgets the key when the app is taken away", async () => {
  const { slack, logged, stub, stores, person } = await startConnected();
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

it("offers a corrected copy where Kashew can change nothing, and says why there is no more", async () => {
  const { stub, person } = await startConnected();
  await person.types("/icp list");
  await person.presses({ label: "Details of Made in Kashew" });
  await person.sees(
    "Kashew’s API can’t change, pause or archive a profile, and tells of no owner and no history.",
  );
  await person.sees("Change it in Kashew, or create a corrected copy.");
  expect(person.modal?.buttons).toEqual(["Share…", "Create a corrected copy"]);
  for (const words of ["⋯", "Owned by", "Archived ("]) person.seesNot(words);
  await person.presses("Create a corrected copy");
  await person.sees("A copy of “Made in Kashew”. Nothing is saved yet.");
  await person.fills({ Name: "Corrected", "Daily prospect limit": "25" });
  await person.saves();
  await person.sees("Profile saved");
  expect(stub.profiles).toMatchObject([
    { name: "Made in Kashew" },
    { name: "Corrected", daily_prospect_limit: 25 },
  ]);
});

it("offers no changes of a profile that is kept here while Kashew keeps the list, and says why none can be made", async () => {
  const { slack, config } = await startTeam();
  const person = slack.person("ana");
  await person.types("/icp new Fintech");
  await person.saves();
  await person.presses("Details");
  const [id = ""] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(JSON.stringify(person.modal?.view)) ?? [];
  await person.presses("Edit");
  await person.fills({ Countries: ["Chile"] });
  await person.closes({ all: true });
  await person.opensHome();
  await person.sees("Your changes of “Fintech” are not saved yet.");
  const stub = await startKashewStub({ keys: [makeKey()] });
  onTestFinished(() => stub.close());
  const stores = await storesIn(config.dataDir);
  const connections = stores.connectionsWith(openSeal(config.encryptionKeys, () => undefined));
  await connections.connect({ teamId: acme, key: makeKey(), by: ana, at: new Date() });
  await person.opensHome();
  await expect.poll(() => person.screen(), { timeout: 5000 }).not.toContain("Your changes");
  await person.sends({ ...pressed({ action_id: "edit-continue", value: id }) });
  await person.sees("whose API can’t change, pause or archive one");
});

it("advises Ana by what was last heard of Kashew, and lets no choice of hers wait for it", async () => {
  const { stub, person } = await startConnected();
  stub.make({
    name: "Theirs",
    target_industries: ["SaaS"],
    target_job_titles: ["CTO"],
    target_company_sizes: ["500+"],
  });
  await person.types("/icp list");
  await person.sees("Theirs");
  await person.types("/icp new Mine");
  const asked = stub.count("GET");
  await person.fills({ Industries: ["SaaS"], "Job titles": ["CTO"], "Company sizes": ["1-10"] });
  await person.sees(
    "Shares all industries and all job titles with Theirs, so both find some of the same people",
  );
  expect(stub.count("GET")).toBe(asked);
  await person.saves();
  await person.sees("Profile saved");
});

it("finds Ana a profile by what was last heard of a Kashew that is silent, and tells her when that is nothing", async () => {
  const team = await startConnected();
  const { stub, person } = team;
  stub.make({ name: "Fintech" });
  await person.types("/icp list");
  await person.sees("Fintech");
  stub.always("GET", { kind: "hangs", isDone: false });
  const find = async () => (await person.searches("Find a profile by name", "made")).map(({ text }) => text);
  team.clock.advance(31_000);
  expect(await find()).toEqual(["Made in Kashew"]);
  await team.restart();
  expect(await find()).toEqual(["This takes longer than Slack waits. Type on to look again."]);
  stub.always("GET", undefined);
});
