import { expect, it, onTestFinished } from "vitest";
import type { AppConfig } from "../../src/app.ts";
import type { Person } from "../../src/sandbox/server/person.ts";
import { makeKey } from "../support/make-key.ts";
import { startTeam } from "../support/start-team.ts";
import { startKashewStub } from "../wire/kashew-stub.ts";

/** Ana owns the workspace, Owen is an admin, Ben a member. */
async function startWithKashew(config: Partial<AppConfig> = {}) {
  const key = makeKey();
  const stub = await startKashewStub({ keys: [key] });
  onTestFinished(() => stub.close());
  const team = await startTeam({ kashewApiUrl: stub.url, defaultWriters: "members", ...config });
  const [ana, owen, ben] = ["ana", "owen", "ben"].map((name) => team.slack.person(name)) as [
    Person,
    Person,
    Person,
  ];
  return { ...team, key, stub, ana, owen, ben };
}

async function startConnected(config: Partial<AppConfig> = {}) {
  const team = await startWithKashew(config);
  await team.ana.types("/icp connect");
  await team.ana.fills({ "API key": team.key });
  await team.ana.saves();
  await team.ana.sees("Connected.");
  await team.ana.closes();
  return team;
}

it("connects Kashew with a key that works, shows what is there, and says everywhere where profiles are kept", async () => {
  const { stub, key, ana, ben } = await startWithKashew();
  for (let at = 1; at <= 11; at += 1) stub.make({ name: `Made in Kashew ${at}` });
  await ana.types("/icp list");
  await ana.presses("Connect Kashew");
  await ana.fills({ "API key": "kshw_short" });
  await ana.saves();
  await ana.sees("A key of Kashew’s is kshw_, 8 characters, _ and 32 more.");
  await ana.fills({ "API key": makeKey("zzzz9999") });
  await ana.saves();
  await ana.sees("Not connected. Kashew doesn’t take this key.");
  expect(ana.modal?.values["API key"] ?? "").toBe("");
  await ana.fills({ "API key": ` ${key} ` });
  await ana.saves();
  await ana.sees("Connected. 11 profiles found.");
  await ana.sees("Made in Kashew 11");
  await ana.sees("/icp list shows all 11.");
  await ana.closes();

  await ben.types("/icp list");
  await ben.sees("Made in Kashew 11");
  await ben.sees("kept in Kashew, read");
  await ben.types("/icp help");
  await ben.sees("11 ICP profiles, 11 active, kept in Kashew.");
  await ben.types("/icp connect");
  await ben.sees("That is for ICP admins");

  await ana.types("/icp connect");
  await ana.sees("kshw_abcd1234_…");
  await ana.sees("The key works.");
  await ana.presses("Disconnect");
  await ana.sees("Disconnected. The key is forgotten");
  await ana.closes({ all: true });
  await ana.types("/icp list");
  await ana.sees("No ICP profiles yet.");
  await ana.types("/icp access");
  await ana.presses("History of changes");
  await ana.sees("Disconnected Kashew");
});

it("turns the form into Saving, then into the result, and brings it back with everything typed where Kashew refuses", async () => {
  const { stub, ben } = await startConnected();
  stub.next("POST", {
    kind: "answers",
    status: 422,
    body: { detail: [{ loc: ["body", "target_industries"], msg: "too many", type: "value_error" }] },
  });
  await ben.types("/icp new Fintech DACH");
  await ben.fills({ Description: "Lenders", Industries: ["FinTech"], "Daily prospect limit": 25 });
  await ben.saves();
  await ben.sees("Not saved. Kashew refused a value: Industries: too many.");
  await ben.sees("it is kept for 7 days, also if you close this.");
  expect(ben.modal?.values).toMatchObject({
    Name: "Fintech DACH",
    Description: "Lenders",
    Industries: ["FinTech"],
    "Daily prospect limit": "25",
  });
  expect(stub.profiles).toEqual([]);
  await ben.saves();
  await ben.sees("Profile saved");
  await ben.sees("Kept in Kashew");
  expect(stub.profiles.map(({ name }) => name)).toEqual(["Fintech DACH"]);
});

it("says that Kashew is connected where it lets nobody ask a second time", async () => {
  const { stub, key, ana } = await startWithKashew();
  stub.make({ name: "Made in Kashew" });
  stub.next("GET", { kind: "dawdles", ms: 0 });
  const body = { detail: "Rate limit exceeded. Try again in 42 seconds." };
  stub.next("GET", { kind: "answers", status: 429, body });
  await ana.types("/icp connect");
  await ana.fills({ "API key": key });
  await ana.saves();
  await ana.sees("Connected. 1 profile found.");
  await ana.sees("/icp list shows all 1.");
});

it("saves once, however impatiently Ben presses", async () => {
  const { stub, ben } = await startConnected();
  await ben.types("/icp new Fintech DACH");
  await ben.saves({ times: 3 });
  await ben.sees("Profile saved");
  expect(stub.profiles).toHaveLength(1);
  expect(stub.count("POST")).toBe(1);
});

it("tells Ben who closed the form how it went, once, and lets him go on with what he had typed", async () => {
  const { stub, ben } = await startConnected();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  stub.next("POST", {
    kind: "waits",
    until: held,
    status: 403,
    body: { detail: "Scope 'icp:write' required" },
  });
  await ben.types("/icp new Fintech DACH");
  await ben.fills({ Description: "Lenders" });
  await ben.saves();
  await ben.sees("Saving “Fintech DACH” in Kashew…");
  await ben.closes();
  letGo();
  ben.goesTo("dm");
  await ben.sees("“Fintech DACH” was not saved. This workspace’s key to Kashew lacks the scope icp:write.");
  expect(ben.dms).toHaveLength(1);
});

it("says so where Kashew’s answer was lost, finds the profile when it is looked for again, and never saves it twice", async () => {
  const { stub, ben, clock } = await startConnected();
  stub.next("POST", { kind: "cuts", when: "after" });
  stub.next(
    "GET",
    { kind: "answers", status: 500, body: "" },
    { kind: "answers", status: 500, body: "" },
    { kind: "answers", status: 500, body: "" },
  );
  stub.setClock(new Date());
  await ben.types("/icp new Fintech DACH");
  await ben.saves();
  await ben.sees(
    "Kashew didn’t say whether this profile was saved. Whether it is in Kashew can’t be told now.",
  );
  clock.advance(60_000);
  await ben.presses("Look again");
  await ben.sees("Profile saved");
  await ben.sees("Kashew’s answer was lost, and the profile was found there.");
  expect(stub.count("POST")).toBe(1);
  expect(stub.profiles).toHaveLength(1);
});

it("looks again in the message to Ben who had closed the form, and rewrites it", async () => {
  const { stub, ben } = await startConnected();
  let letGo = () => {};
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  stub.next("POST", { kind: "waits", until, status: 500, body: "" });
  await ben.types("/icp new Fintech DACH");
  await ben.saves();
  await ben.sees("Saving “Fintech DACH” in Kashew…");
  await ben.closes();
  letGo();
  ben.goesTo("dm");
  await ben.sees("It isn’t in Kashew now.");
  stub.always("GET", { kind: "answers", status: 403, body: { detail: "Slow down" } });
  await ben.presses("Look again");
  await ben.sees("Whether it is in Kashew can’t be told now.");
  expect(ben.dms).toHaveLength(1);
});

it("saves once more only when Ben wants it, with what he had typed", async () => {
  const { stub, ben } = await startConnected();
  stub.next("POST", { kind: "cuts", when: "before" });
  await ben.types("/icp new Fintech DACH");
  await ben.fills({ Description: "Lenders" });
  await ben.saves();
  await ben.sees("It isn’t in Kashew now.");
  await ben.presses("Save once more");
  await ben.sees("Saving it once more can make a second one.");
  expect(ben.modal?.values).toMatchObject({ Name: "Fintech DACH", Description: "Lenders" });
  await ben.saves();
  await ben.sees("Profile saved");
  expect(stub.profiles).toHaveLength(1);
  expect(stub.count("POST")).toBe(2);
});

it("tells the ICP admins once that the key is not taken any more, with Reconnect, and everybody else in words", async () => {
  const { stub, key, ana, owen, ben, clock } = await startConnected();
  const other = makeKey("efgh5678");
  stub.make({ name: "Made in Kashew" });
  stub.revoke(key);
  stub.admit(other);
  clock.advance(60_000);
  for (let times = 0; times < 2; times += 1) {
    await ben.types("/icp list");
    await ben.sees("Kashew doesn’t take this workspace’s key any more.");
  }
  const told = "Kashew doesn’t take this workspace’s key any more, so nobody here sees the ICP profiles.";
  for (const admin of [ana, owen]) {
    admin.goesTo("dm");
    await admin.sees(told);
    expect(admin.dms).toHaveLength(1);
  }
  expect(ben.dms).toEqual([]);
  const asked = stub.asked.length;
  await ben.types("/icp list");
  await ben.sees("Here: @Ana Ruiz and @Owen Park.");
  expect(ben.screen()).not.toContain("[Reconnect]");
  await owen.presses("Reconnect");
  await owen.sees("API key");
  await owen.closes();
  await ana.goesTo("sales").types("/icp list");
  expect(stub.asked).toHaveLength(asked);
  await ana.presses("Reconnect");
  await ana.fills({ "API key": other });
  await ana.saves();
  await ana.sees("Connected. 1 profile found.");
  await ben.types("/icp list");
  await ben.sees("Made in Kashew");
});

it("lets nobody write with a key that may not, until an ICP admin has it checked again", async () => {
  const { stub, ana, ben } = await startConnected();
  stub.next("POST", { kind: "answers", status: 403, body: { detail: "Scope 'icp:write' required" } });
  await ben.types("/icp new Fintech DACH");
  await ben.saves();
  await ben.sees("Not saved. This workspace’s key to Kashew lacks the scope icp:write.");
  await ben.closes();
  await ben.types("/icp new Another");
  await ben.sees("This workspace’s key to Kashew may read profiles and not create any");
  await ben.sees("Here: @Ana Ruiz and @Owen Park.");
  expect(ben.screen()).not.toContain("[Replace key]");
  await ana.types("/icp connect");
  await ana.sees("The key may read profiles and not create any: it lacks the scope icp:write.");
  await ana.presses("Check again");
  await ana.sees("Kashew was asked just now.");
  await ben.types("/icp new Another");
  await ben.sees("Continue your draft of");
  await ben.presses("Start fresh");
  await ben.saves();
  await ben.sees("Profile saved");
});

it("tells of a plan that Kashew refuses, and goes on with what was wanted once it is bigger", async () => {
  const { stub, ben, clock } = await startConnected();
  stub.make({ name: "Made in Kashew" });
  clock.advance(60_000);
  stub.always("GET", { kind: "answers", status: 403, body: { detail: "ICP Profiles require Pro+ plan" } });
  await ben.types("/icp list");
  await ben.sees("This workspace’s plan in Kashew doesn’t include ICP profiles.");
  await ben.types("/icp list");
  await ben.sees("Kashew says that this workspace’s plan there is smaller.");
  await ben.sees("@Ana Ruiz connected Kashew and can change the plan there.");
  stub.always("GET", undefined);
  await ben.presses("Check again");
  await ben.sees("Made in Kashew");
});

it("shows the last list with its age, and what the app can do, while Kashew does not answer", async () => {
  const { stub, ben, clock, restart } = await startConnected();
  stub.make({ name: "Made in Kashew" });
  clock.advance(60_000);
  await ben.types("/icp list");
  await ben.sees("Made in Kashew");
  stub.always("GET", { kind: "answers", status: 500, body: "" });
  clock.advance(3 * 60 * 60_000);
  await ben.types("/icp list");
  await ben.sees("kept in Kashew, which can’t be read now. Last read");
  await restart();
  await ben.types("/icp help");
  await ben.sees("ICP profiles are kept in Kashew, which can’t be read now.");
});

it("copies to Kashew what was kept here, goes on where Kashew stopped it, and makes nothing twice", async () => {
  const { stub, key, ana, clock } = await startWithKashew();
  for (const name of ["One", "Two", "Three", "Four", "Five", "Six", "Seven"]) {
    await ana.types(`/icp new ${name}`);
    await ana.saves();
    await ana.sees("Profile saved");
    await ana.closes({ all: true });
  }
  stub.make({ name: "two" });
  await ana.types("/icp connect");
  await ana.fills({ "API key": key });
  await ana.saves();
  await ana.sees("7 profiles are kept in this workspace, too");
  await ana.presses("Copy to Kashew");
  await ana.sees("6 profiles will be created in Kashew. 1 of the same name is there already and left alone.");
  await ana.sees("One, Three, Four, Five, Six, Seven");
  const limit = {
    kind: "answers",
    status: 429,
    body: { detail: "Rate limit exceeded. Try again in 1 seconds." },
  } as const;
  const usual = { kind: "dawdles", ms: 0 } as const;
  const lost = { kind: "answers", status: 502, body: { detail: "Bad gateway" } } as const;
  stub.next("POST", usual, lost, usual, limit);
  await ana.saves();
  await ana.sees(
    "2 of 6 are copied. Kashew didn’t say whether it saved “Three”. Kashew asks this app to wait 1 s.",
  );
  clock.advance(2000);
  await ana.presses("Go on");
  await ana.sees("4 profiles will be created in Kashew.");
  await ana.saves({ times: 2 });
  await ana.sees("Copied 4 profiles to Kashew.");
  expect(stub.profiles.map(({ name }) => name)).toEqual([
    "two",
    "One",
    "Four",
    "Three",
    "Five",
    "Six",
    "Seven",
  ]);
  await ana.closes({ all: true });
  await ana.types("/icp connect");
  await ana.presses("Disconnect");
  await ana.closes({ all: true });
  await ana.types("/icp list");
  await ana.sees("7 ICP profiles");
});
