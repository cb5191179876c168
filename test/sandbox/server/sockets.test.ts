import { expect, it, onTestFinished, vi } from "vitest";
import type { Slack } from "../../../src/sandbox/server/create-slack.ts";
import { createSlack } from "../../../src/sandbox/server/create-slack.ts";

interface Heard {
  type: string;
  reason?: string;
  envelope_id?: string;
  num_connections?: number;
  accepts_response_payload?: boolean;
  retry_attempt?: number;
  payload?: Record<string, unknown>;
}

it.each([
  [undefined, "not_authed"],
  ["xapp-1-another", "invalid_auth"],
  ["xoxb-any", "not_allowed_token_type"],
])("opens no connection with the token %s", async (token, error) => {
  const slack = await open();
  expect(await call(slack, token)).toEqual({ ok: false, error });
});

it("greets each connection and closes the eleventh", async () => {
  const slack = await open();
  const ten = await Promise.all(Array.from({ length: 10 }, () => connect(slack)));
  expect(ten.map(({ heard }) => heard[0]?.type)).toEqual(Array.from({ length: 10 }, () => "hello"));
  const eleventh = await connect(slack);
  expect(eleventh.heard).toMatchObject([{ type: "disconnect", reason: "too_many_websockets" }]);
  await vi.waitFor(() => expect(eleventh.socket.readyState).toBe(WebSocket.CLOSED));
  expect(slack.socket.connections).toBe(10);
});

it("takes a ticket once", async () => {
  const slack = await open();
  const { url } = await connect(slack);
  await expect(listenTo(url)).rejects.toThrow("no connection");
});

it("sends to each connection in turn, and shows what an ack says", async () => {
  const slack = await open();
  const [first, second] = [await connect(slack), await connect(slack)];
  first.answer = { text: "From the first" };
  second.answer = { text: "From the second" };
  const ana = slack.person("ana");
  await ana.types("/icp list");
  await ana.types("/icp list");
  await ana.sees("From the first");
  await ana.sees("From the second");
  expect(first.heard[1]).toMatchObject({
    type: "slash_commands",
    accepts_response_payload: true,
    payload: { command: "/icp", text: "list", user_id: "U0ANA" },
  });
});

it("sends an envelope again when its ack was lost", async () => {
  const slack = await open();
  const app = await connect(slack);
  slack.socket.loseNextAck();
  expect(await slack.sendEvent({ type: "app_home_opened" })).toEqual({ status: 200, body: "" });
  const [, once, again] = app.heard;
  expect(once).toMatchObject({ type: "events_api", accepts_response_payload: false, retry_attempt: 0 });
  expect(again).toEqual({ ...once, retry_attempt: 1, retry_reason: "timeout" });
});

it("tells a person that nobody is there while no connection is open", async () => {
  const slack = await open();
  await connect(slack);
  slack.socket.cut();
  const ana = slack.person("ana");
  await ana.types("/icp list");
  await ana.sees("/icp failed with the error “dispatch_failed”");
});

async function open(): Promise<Slack> {
  const slack = await createSlack();
  onTestFinished(() => slack.close());
  return slack;
}

async function call(slack: Slack, token: string | undefined): Promise<Record<string, unknown>> {
  const response = await fetch(`${slack.apiUrl}apps.connections.open`, {
    method: "POST",
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  return (await response.json()) as Record<string, unknown>;
}

async function connect(slack: Slack) {
  const { url } = await call(slack, slack.appToken);
  return Object.assign(await listenTo(String(url)), { url: String(url) });
}

/** A client that keeps what it hears and acks each envelope with `answer`. */
async function listenTo(url: string) {
  const socket = new WebSocket(url);
  const client = { socket, heard: [] as Heard[], answer: undefined as unknown };
  const greeted = Promise.withResolvers<void>();
  socket.addEventListener("error", () => greeted.reject(new Error("no connection")));
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as Heard;
    client.heard.push(message);
    greeted.resolve();
    const { envelope_id } = message;
    if (envelope_id !== undefined) socket.send(JSON.stringify({ envelope_id, payload: client.answer }));
  });
  await greeted.promise;
  return client;
}
