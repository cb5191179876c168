import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";

const command = {
  command: "/icp",
  text: "list",
  team_id: "T0ACME",
  user_id: "U0ANA",
  channel_id: "C0GENERAL",
  trigger_id: "1.2.3",
  response_url: "https://hooks.slack.com/commands/T0ACME/1/secretpath",
};

it.each([
  ["an empty signature", { signature: "" }],
  ["a signature of another secret", { secret: "another" }],
  ["a signature of another version", { version: "v1" }],
  ["a request from six minutes ago", { skew: -360 }],
  ["a request from six minutes ahead", { skew: 360 }],
  ["a time that is no number", { timestamp: "soon" }],
])("turns away %s with 401 and one line in the log", async (_, forged) => {
  const team = await startTeam();
  const { status } = await send(team, form(command), forged);
  expect(status).toBe(401);
  expect(refusals(team)).toHaveLength(1);
  await stillAlive(team);
});

it.each([
  ["five minutes behind", -299],
  ["five minutes ahead", 299],
])("takes a request from a clock that is almost %s", async (_, skew) => {
  const team = await startTeam();
  expect((await send(team, form(command), { skew })).status).toBe(200);
});

it.each([
  ["null", "null"],
  ["a list", "[]"],
  ["no JSON", "{"],
  ["an unknown kind", JSON.stringify({ type: "coffee_break" })],
  ["a press without a person", JSON.stringify({ type: "block_actions", actions: [] })],
  ["a submission without a view", JSON.stringify({ type: "view_submission", user: { id: "U1" } })],
])("turns away a payload that is %s with 400", async (_, payload) => {
  const team = await startTeam();
  expect((await send(team, form({ payload }))).status).toBe(400);
  expect((await send(team, payload, { type: "application/json" })).status).toBe(400);
  await stillAlive(team);
});

it("turns away a body over 2 MB with 413, and takes a form full of CJK text", async () => {
  const team = await startTeam();
  const { status } = await send(team, form({ ...command, text: "x".repeat(2.1 * 1024 * 1024) }));
  expect(status).toBe(413);
  const full = await send(team, form({ ...command, text: "字".repeat(60_000) }));
  expect(full.status).toBe(200);
  await stillAlive(team);
});

it("believes a content type to which a proxy has added a charset", async () => {
  const team = await startTeam();
  const type = "application/x-www-form-urlencoded; charset=utf-8";
  const { status, body } = await send(team, form(command), { type });
  expect(status).toBe(200);
  expect(body).toContain("No ICP profiles yet");
});

it("answers Slack's own checks", async () => {
  const team = await startTeam();
  expect((await send(team, form({ ssl_check: "1" }), { signature: "" })).status).toBe(200);
  const challenge = JSON.stringify({ type: "url_verification", challenge: "3eZbrw1a" });
  expect(await send(team, challenge, { type: "application/json" })).toEqual({
    status: 200,
    body: "3eZbrw1a",
  });
});

it("does nothing that an unsigned check smuggles in", async () => {
  const team = await startTeam();
  const smuggled = await send(team, form({ ...command, ssl_check: "1" }), { signature: "" });
  expect(smuggled).toEqual({ status: 200, body: "" });
});

it("knows no other path and no other method", async () => {
  const team = await startTeam();
  const at = (path: string, method = "GET") => fetch(`http://127.0.0.1:${team.app.port}${path}`, { method });
  expect((await at("/slack/events")).status).toBe(404);
  expect((await at("/../etc/passwd", "POST")).status).toBe(404);
  expect(await (await at("/healthz")).text()).toBe("alive");
  expect(await (await at("/readyz?x=1")).text()).toBe("ready");
});

it("writes no secret into the log", async () => {
  const team = await startTeam();
  team.slack.failNext("users.info", "invalid_auth");
  await send(team, form(command));
  const lines = team.logged.join("");
  expect(lines).not.toContain(team.slack.botToken());
  expect(lines).not.toContain(team.slack.signingSecret);
  expect(lines).not.toContain("secretpath");
});

function form(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString();
}

interface Forged {
  signature?: string;
  secret?: string;
  version?: string;
  skew?: number;
  timestamp?: string;
  type?: string;
}

async function send(
  team: Team,
  body: string,
  forged: Forged = {},
): Promise<{ status: number; body: string }> {
  const { secret = team.slack.signingSecret, version = "v0", skew = 0 } = forged;
  const timestamp = forged.timestamp ?? String(Math.floor(Date.now() / 1000) + skew);
  const hash = createHmac("sha256", secret).update(`${version}:${timestamp}:${body}`).digest("hex");
  const answer = await fetch(`http://127.0.0.1:${team.app.port}/slack/events`, {
    method: "POST",
    headers: {
      "content-type": forged.type ?? "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": forged.signature ?? `${version}=${hash}`,
    },
    body,
  });
  return { status: answer.status, body: await answer.text() };
}

function refusals({ logged }: Team): string[] {
  return logged.filter((line) => line.includes("refused a request"));
}

async function stillAlive(team: Team): Promise<void> {
  const { status } = await send(team, form({ ...command, text: "help" }));
  expect(status).toBe(200);
}
