import { expect, it } from "vitest";
import { form, sendSigned } from "../../support/send-signed.ts";
import { startEdge } from "../../support/start-edge.ts";
import type { Team } from "../../support/start-team.ts";
import { startTeam } from "../../support/start-team.ts";

const command = {
  command: "/icp",
  text: "list",
  team_id: "T0ACME",
  user_id: "U0ANA",
  channel_id: "C0GENERAL",
  trigger_id: "1.2.3",
  response_url: "https://hooks.slack.com/commands/T0ACME/1/secretpath",
};

const press = {
  type: "block_actions",
  trigger_id: "1.2.3",
  user: { id: "U0ANA" },
  actions: [{ action_id: "any" }],
};

it.each([
  ["an empty signature", { signature: "" }],
  ["a signature of another secret", { secret: "another" }],
  ["a signature of another version", { version: "v1" }],
  ["a request from six minutes ago", { skew: -360 }],
  ["a request from six minutes ahead", { skew: 360 }],
  ["a time that is no number", { timestamp: "soon" }],
])("turns away %s with 401 and one line in the log", async (_, forged) => {
  const edge = await startEdge();
  const { status } = await sendSigned(edge, form(command), forged);
  expect([status, edge.taken]).toEqual([401, []]);
  expect(edge.logged.map((line) => JSON.parse(line))).toMatchObject([
    { msg: "refused a request", status: 401, address: "127.0.0.1" },
  ]);
});

it.each([
  ["five minutes behind", -299],
  ["five minutes ahead", 299],
])("takes a request from a clock that is almost %s", async (_, skew) => {
  const edge = await startEdge();
  expect((await sendSigned(edge, form(command), { skew })).status).toBe(200);
  expect(edge.taken).toEqual([command]);
});

const closed = { type: "view_closed", view: { id: "V1", callback_id: "profile-form" } };

it.each([
  ["null", "null"],
  ["a list", "[]"],
  ["no JSON", "{"],
  ["an unknown kind", JSON.stringify({ type: "coffee_break" })],
  ["a press without a person", JSON.stringify({ type: "block_actions", actions: [] })],
  ["a press in a channel that is none", JSON.stringify({ ...press, channel: null })],
  ["a press that could open nothing", JSON.stringify({ ...press, trigger_id: "" })],
  ["a press whose trigger breaks off", JSON.stringify({ ...press, trigger_id: "1.2.\ud83d" })],
  ["a press with no list of addresses to answer at", JSON.stringify({ ...press, response_urls: null })],
  ["a press that is an event, too", JSON.stringify({ ...press, event: { type: "message" } })],
  ["a press that is a command, too", JSON.stringify({ ...press, command: "/icp" })],
  ["a form that was closed and has no name", JSON.stringify({ ...press, ...closed, view: { id: "V1" } })],
  ["a form that was closed and pressed at once", JSON.stringify({ ...press, ...closed })],
  ["a submission without a view", JSON.stringify({ type: "view_submission", user: { id: "U1" } })],
])("turns away a payload that is %s with 400", async (_, payload) => {
  const edge = await startEdge();
  expect((await sendSigned(edge, form({ payload }))).status).toBe(400);
  expect((await sendSigned(edge, payload, { type: "application/json" })).status).toBe(400);
  expect(edge.taken).toEqual([]);
});

it("turns away a body over 2 MB with 413, and takes a form full of CJK text", async () => {
  const edge = await startEdge();
  const { status } = await sendSigned(edge, form({ ...command, text: "x".repeat(2.1 * 1024 * 1024) }));
  expect(status).toBe(413);
  const full = { ...command, text: "字".repeat(60_000) };
  expect((await sendSigned(edge, form(full))).status).toBe(200);
  expect(edge.taken).toEqual([full]);
});

it("checks the signature against the bytes that came, not against the text that they make", async () => {
  const edge = await startEdge();
  const bytes = Buffer.concat([Buffer.from(`${form(command)}&more=`), Buffer.from([0xff, 0xfe])]);
  expect((await sendSigned(edge, bytes)).status).toBe(200);
  const { status } = await sendSigned(edge, bytes, { signed: bytes.toString() });
  expect(status).toBe(401);
});

it.each([
  ["lists", "[".repeat(100_000) + "]".repeat(100_000)],
  ["objects", `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`],
])("survives %s nested as deep as a body has room for", async (_what, deep) => {
  const team = await startTeam();
  expect((await sendSigned(team, deep, { type: "application/json" })).status).toBe(400);
  const payload = JSON.stringify({ ...press, team: { id: "T0ACME" } }).replace("}", `,"deep":${deep}}`);
  expect((await sendSigned(team, form({ payload }))).status).toBe(200);
  await stillAlive(team);
});

it("gives the same signed request the same answer again, and does nothing twice", async () => {
  const team = await startTeam();
  const body = form({ ...command, text: "help" });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const [first, ...again] = await Promise.all([1, 2, 3].map(() => sendSigned(team, body, { timestamp })));
  again.push(await sendSigned(team, body, { timestamp }));
  expect(first?.body).toContain("No ICP profiles.");
  expect(again).toEqual([first, first, first]);
  expect(team.logged.filter((line) => line.includes("command help"))).toHaveLength(1);
});

it("works once on an event that Slack sends again, and signs anew", async () => {
  const edge = await startEdge();
  const event = JSON.stringify({
    type: "event_callback",
    event_id: "Ev1",
    event_time: 1779192000,
    event: { type: "message" },
  });
  for (const skew of [0, 60]) {
    expect((await sendSigned(edge, event, { skew, type: "application/json" })).status).toBe(200);
  }
  expect(edge.taken).toHaveLength(1);
});

it("believes a content type to which a proxy has added a charset", async () => {
  const edge = await startEdge();
  const type = "application/x-www-form-urlencoded; charset=utf-8";
  expect((await sendSigned(edge, form(command), { type })).status).toBe(200);
  expect(edge.taken).toEqual([command]);
});

it("answers Slack's own checks, of which only the one that names a certificate comes unsigned", async () => {
  const edge = await startEdge();
  const sslCheck = form({ ...command, ssl_check: "1" });
  expect(await sendSigned(edge, sslCheck, { signature: "" })).toEqual({ status: 200, body: "" });
  const challenge = JSON.stringify({ type: "url_verification", challenge: "3eZbrw1a" });
  expect(await sendSigned(edge, challenge, { type: "application/json" })).toEqual({
    status: 200,
    body: "3eZbrw1a",
  });
  expect((await sendSigned(edge, challenge, { type: "application/json", signature: "" })).status).toBe(401);
  expect(edge.taken).toEqual([]);
});

it("knows no other path and no other method", async () => {
  const team = await startTeam();
  const at = (path: string, method = "GET") => fetch(`http://127.0.0.1:${team.app.port}${path}`, { method });
  expect((await at("/slack/events")).status).toBe(404);
  expect((await at("/../etc/passwd", "POST")).status).toBe(404);
  expect(await (await at("/healthz")).text()).toBe("alive");
  expect(await (await at("/readyz?x=1")).text()).toBe("ready");
});

async function stillAlive(team: Team): Promise<void> {
  const { status } = await sendSigned(team, form({ ...command, text: "help" }));
  expect(status).toBe(200);
}
