import { expect, it, vi } from "vitest";
import { itWaits } from "../../support/side-by-side.ts";
import type { Team } from "../../support/start-team.ts";
import { startTeam } from "../../support/start-team.ts";

const transport = "socket";
/** How long a person may have to wait for the line to be back. */
const soon = { timeout: 2000, interval: 10 };

it("makes one profile of a save whose ack was lost, and shows it as saved", async () => {
  const { slack } = await startTeam({ transport });
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  await ana.sees("New ICP profile");
  slack.socket.loseNextAck();
  await ana.saves();
  await ana.sees("Profile saved");
  await ana.types("/icp list");
  await ana.sees("1 ICP profile");
});

it("answers a command and a press once when their acks were lost", async () => {
  const { slack } = await startTeam({ transport });
  const ana = slack.person("ana");
  slack.socket.loseNextAck();
  await ana.types("/icp list");
  await ana.sees("No ICP profiles yet.");
  slack.socket.loseNextAck();
  await ana.presses("New profile");
  await ana.sees("New ICP profile");
  expect(slack.exchanges.filter(({ kind }) => kind === "views.open")).toHaveLength(1);
});

it.each([
  ["an unknown kind", { type: "coffee_break" }],
  ["a press without a person", { type: "block_actions", actions: [] }],
  ["text", "hello"],
])("passes over a payload that is %s, with one line in the log", async (_what, body) => {
  const team = await startTeam({ transport, seed: { ackDeadlineMs: 300 } });
  expect(await team.slack.deliver({ kind: "interactivity", body })).toEqual({ status: 0, body: "" });
  expect(team.logged.filter((line) => line.includes("refused a request"))).toHaveLength(1);
  await answers(team);
});

itWaits("is back within two seconds of a cut line, and says meanwhile that it is not ready", async () => {
  const team = await startTeam({ transport });
  expect(await readiness(team)).toEqual({ status: 200, text: "ready" });
  team.slack.socket.cut();
  await vi.waitFor(async () =>
    expect(await readiness(team)).toEqual({ status: 503, text: "not connected to Slack" }),
  );
  await vi.waitFor(async () => expect(await readiness(team)).toEqual({ status: 200, text: "ready" }), soon);
  await answers(team);
});

itWaits("notices a line that stands open and is dead, and opens another one", async () => {
  const team = await startTeam({ transport });
  // The line has been heard from once.
  await vi.waitFor(() => expect(team.slack.socket.connections).toBe(1));
  team.slack.socket.freeze();
  await isBack(team, { timeout: 6000 });
  await answers(team);
});

for (const reason of ["warning", "refresh_requested"] as const) {
  itWaits(`connects anew on Slack’s ${reason}`, async () => {
    const team = await startTeam({ transport });
    const before = opened(team);
    team.slack.socket.refresh(reason);
    await vi.waitFor(() => expect(opened(team)).toBe(before + 1), soon);
    await isBack(team, soon);
    await answers(team);
  });
}

itWaits("keeps trying when Slack opens no connection, whatever its reason", async () => {
  const team = await startTeam({ transport });
  team.slack.failNext("apps.connections.open", { status: 500 });
  team.slack.socket.cut();
  await isBack(team, { timeout: 8000 });
  expect(team.logged.join("")).toContain("Slack can’t be reached at");
  await answers(team);
});

itWaits("goes on when the answer finds the line cut, and takes the same save again", async () => {
  const team = await startTeam({ transport, seed: { ackDeadlineMs: 500 } });
  const ana = team.slack.person("ana");
  await ana.types("/icp new Fintech");
  await ana.sees("New ICP profile");
  const hold = team.slack.hold("users.info");
  const saved = ana.saves();
  await hold.arrived;
  team.slack.socket.cut();
  await vi.waitFor(async () => expect((await readiness(team)).status).toBe(503));
  hold.release();
  await saved;
  await vi.waitFor(() => expect(team.logged.join("")).toContain("an answer did not reach Slack"));
  await isBack(team, soon);
  await ana.saves();
  await ana.sees("Profile saved");
  await ana.types("/icp list");
  await ana.sees("1 ICP profile");
});

itWaits("lets a save in flight end when it stops, takes nothing new, and closes its line", async () => {
  const { slack, app } = await startTeam({ transport, seed: { ackDeadlineMs: 1000 } });
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  await ana.sees("New ICP profile");
  const hold = slack.hold("users.info");
  const saved = ana.saves();
  await hold.arrived;
  const stopped = app.stop();
  const ben = slack.person("ben");
  const typed = ben.types("/icp list");
  hold.release();
  await saved;
  await ana.sees("Profile saved");
  await typed;
  ben.seesNot("ICP profile");
  await stopped;
  await vi.waitFor(() => expect(slack.socket.connections).toBe(0));
});

async function answers({ slack }: Team): Promise<void> {
  const ana = slack.person("ana");
  await ana.types("/icp list");
  await ana.sees("No ICP profiles yet.");
}

function isBack(team: Team, patience: { timeout: number }): Promise<void> {
  return vi.waitFor(
    async () => {
      expect(team.slack.socket.connections).toBe(1);
      expect((await readiness(team)).status).toBe(200);
    },
    { interval: 10, ...patience },
  );
}

function opened({ slack }: Team): number {
  return slack.exchanges.filter(({ kind }) => kind === "apps.connections.open").length;
}

async function readiness({ app }: Team) {
  const response = await fetch(`http://127.0.0.1:${app.port}/readyz`);
  return { status: response.status, text: await response.text() };
}
