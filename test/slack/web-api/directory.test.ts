import { expect, it, onTestFinished } from "vitest";
import { createLog } from "../../../src/log.ts";
import { TeamId, UserId } from "../../../src/rules/people.ts";
import { createSlack } from "../../../src/sandbox/server/create-slack.ts";
import type { SeedPerson } from "../../../src/sandbox/server/seed.ts";
import { defaultSeed } from "../../../src/sandbox/server/seed.ts";
import { createDirectory } from "../../../src/slack/web-api/directory.ts";
import { createSlackClients } from "../../../src/slack/web-api/slack-clients.ts";

const minutes = 60_000;
const teamId = TeamId.parse("T0ACME");

it.each([
  ["U0ANA", "owner"],
  ["U0OWEN", "admin"],
  ["U0BEN", "member"],
  ["U0GUS", "guest"],
  ["U0DIA", "deactivated"],
  ["U0EVE", "stranger"],
  ["U0APPBOT", "bot"],
])("knows %s for the %s that Slack says it is", async (id, standing) => {
  const { standingOf } = await openDirectory();
  expect(await standingOf(id)).toBe(standing);
});

it("knows a guest of one channel for a guest", async () => {
  const { slack, standingOf } = await openDirectory();
  slack.setRole("ben", "single-channel-guest");
  expect(await standingOf("U0BEN")).toBe("guest");
});

it("remembers for five minutes, and no longer", async () => {
  const { slack, clock, standingOf, known, asked } = await openDirectory();
  expect(known("U0BEN")).toBeUndefined();
  await standingOf("U0BEN");
  slack.setRole("ben", "guest");
  clock.ms += 5 * minutes;
  expect([known("U0BEN"), await standingOf("U0BEN"), asked("users.info")]).toEqual(["member", "member", 1]);
  clock.ms += 1;
  expect(known("U0BEN")).toBeUndefined();
  expect([await standingOf("U0BEN"), asked("users.info")]).toEqual(["guest", 2]);
});

it("asks anew when that is wanted, and remembers the new answer", async () => {
  const { slack, standingOf, known } = await openDirectory();
  await standingOf("U0BEN");
  slack.setRole("ben", "deactivated");
  expect(await standingOf("U0BEN", { anew: true })).toBe("deactivated");
  expect(known("U0BEN")).toBe("deactivated");
});

it("shares one call among those who ask at once, and tells people apart", async () => {
  const { slack, standingOf, asked } = await openDirectory();
  const { release } = slack.hold("users.info");
  const answers = Promise.all(["U0BEN", "U0BEN", "U0ANA", "U0BEN"].map((id) => standingOf(id)));
  release();
  expect(await answers).toEqual(["member", "member", "owner", "member"]);
  expect(asked("users.info")).toBe(2);
});

it.each([
  ["breaks", { status: 500 } as const],
  ["refuses", "invalid_auth"],
])(
  "does not know who somebody is while Slack %s, says so in the log, and asks again the next time",
  async (_, failure) => {
    const { slack, standingOf, known, logged } = await openDirectory();
    slack.failNext("users.info", failure);
    expect(await standingOf("U0ANA")).toBe("unknown");
    expect(known("U0ANA")).toBeUndefined();
    expect(logged.join("")).toContain("Slack did not say who this is");
    expect(await standingOf("U0ANA")).toBe("owner");
  },
);

it("hands on how long Slack asks to wait, and asks again the next time", async () => {
  const { slack, standingOf } = await openDirectory();
  slack.failNext("users.info", { status: 429, retryAfter: 30 });
  await expect(standingOf("U0ANA")).rejects.toMatchObject({ code: "slack-busy", retryAfterSeconds: 30 });
  expect(await standingOf("U0ANA")).toBe("owner");
});

it("does not go by what it remembers when it was to ask anew and Slack fails", async () => {
  const { slack, standingOf } = await openDirectory();
  await standingOf("U0ANA");
  slack.failNext("users.info", { status: 500 });
  expect(await standingOf("U0ANA", { anew: true })).toBe("unknown");
});

it("does not know somebody whom Slack does not know", async () => {
  const { standingOf } = await openDirectory();
  expect(await standingOf("U0NOBODY")).toBe("unknown");
});

it("lists the owners and then the admins, of however many people, and asks again after ten minutes", async () => {
  const crowd = crowdOf(2050, (index) =>
    index % 900 === 850 ? "admin" : index === 2049 ? "owner" : "member",
  );
  const { admins, asked, clock, slack } = await openDirectory(crowd);
  const all = ["U0ANA", "U12049", "U0OWEN", "U1850", "U11750"];
  expect(await admins()).toEqual(all);
  expect(asked("users.list")).toBe(3);
  slack.setRole("p850", "member");
  expect(await admins()).toEqual(all);
  clock.ms += 10 * minutes + 1;
  expect(await admins()).toEqual(all.filter((id) => id !== "U1850"));
});

it("lists those whom it has found where Slack fails at a later page", async () => {
  const { client, directory } = await openDirectory(crowdOf(1050, () => "member"));
  const list: typeof client.users.list = (ask) =>
    ask?.cursor === undefined ? client.users.list(ask) : Promise.reject(new Error("the line is cut"));
  const cut = { ...client, users: { ...client.users, list } };
  expect(await directory.admins({ client: cut, teamId }, { withinMs: 10_000 })).toEqual(["U0ANA", "U0OWEN"]);
});

it("lists nobody when Slack fails or does not answer in time", async () => {
  const { admins, slack, logged } = await openDirectory();
  slack.failNext("users.list", { status: 500 });
  expect(await admins()).toBeUndefined();
  expect(logged.join("")).toContain("Slack did not list the workspace's people");
  slack.hold("users.list");
  expect(await admins({ withinMs: 5 })).toBeUndefined();
});

function crowdOf(length: number, roleOf: (index: number) => SeedPerson["role"]): SeedPerson[] {
  return Array.from({ length }, (_, index) => {
    const name = `p${index}`;
    return { id: `U1${index}`, name, realName: name, workspace: "T0ACME", role: roleOf(index) };
  });
}

async function openDirectory(more: SeedPerson[] = []) {
  const clock = { ms: Date.parse("2026-05-19T12:00:00Z") };
  const seed = defaultSeed();
  const slack = await createSlack({ seed: { ...seed, people: [...seed.people, ...more] } });
  onTestFinished(() => slack.close());
  const logged: string[] = [];
  const log = createLog({ level: "info", to: { write: (line) => void logged.push(line) } });
  const client = createSlackClients({ slackApiUrl: slack.apiUrl, log })(slack.botToken());
  const directory = createDirectory({ log, now: () => clock.ms });
  return {
    slack,
    client,
    directory,
    clock,
    logged,
    standingOf: (id: string, options?: { anew?: boolean }) =>
      directory.standingOf({ client, teamId, userId: UserId.parse(id) }, options),
    known: (id: string) => directory.known({ teamId, userId: UserId.parse(id) }),
    admins: (options = { withinMs: 10_000 }) => directory.admins({ client, teamId }, options),
    asked: (method: string) => slack.exchanges.filter(({ kind }) => kind === method).length,
  };
}
