import { once } from "node:events";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { form, signedHeaders } from "../../support/send-signed.ts";
import { startEdge } from "../../support/start-edge.ts";

const command = {
  command: "/icp",
  text: "list",
  team_id: "T0ACME",
  user_id: "U0ANA",
  trigger_id: "1.2.3",
  response_url: "https://hooks.slack.com/commands/1",
};
const body = form(command);
const length = `content-length: ${body.length}`;
const chunks = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
const another = "GET /healthz HTTP/1.1\r\nhost: bot\r\n\r\n";

/** What a trick changes in a signed request on the wire. */
interface Trick {
  readonly first?: string;
  readonly host?: readonly string[];
  readonly more?: readonly string[];
  /** The length's header, and the body. */
  readonly rest?: readonly [string, string];
}

it.each<[what: string, status: number, trick: Trick]>([
  ["a second signature", 401, { more: ["x-slack-signature: v0=1"] }],
  ["a second time", 401, { more: ["x-slack-request-timestamp: 1"] }],
  ["another type before its own", 400, { host: ["host: bot", "content-type: application/json"] }],
  ["its method in a header", 404, { first: "GET /slack/events", more: ["x-http-method-override: POST"] }],
  ["its path in a header", 404, { first: "POST /", more: ["x-original-url: /slack/events"] }],
  ["an address for a path", 404, { first: "POST http://bot/slack/events" }],
  ["two lengths", 400, { more: ["content-length: 0"] }],
  ["a length and chunks", 400, { more: [length], rest: ["transfer-encoding: chunked", chunks + another] }],
  ["chunks that are something else, too", 400, { rest: ["transfer-encoding: chunked, identity", chunks] }],
  ["an unknown transfer", 400, { rest: ["transfer-encoding: xchunked", chunks] }],
  ["a blank before a colon", 400, { more: ["x-one : 1"] }],
  ["a character that no header has", 400, { more: ["x-one: \0"] }],
  ["no host", 400, { host: [] }],
  ["headers of 20 KB", 431, { more: [`x-one: ${"x".repeat(20_000)}`] }],
])("takes no request with %s, though it is signed", async (_what, status, trick) => {
  const edge = await startEdge();
  const { first = "POST /slack/events", host = ["host: bot"], more = [], rest = [length, body] } = trick;
  const signed = Object.entries(signedHeaders(edge, body)).map(([name, value]) => `${name}: ${value}`);
  const [lengthLine, sent] = rest;
  const lines = [`${first} HTTP/1.1`, ...host, "connection: close", ...signed, ...more, lengthLine, "", sent];
  const socket = connect(edge.app.port, "127.0.0.1").setEncoding("utf8");
  let heard = "";
  socket.on("data", (text) => {
    heard += text;
  });
  socket.write(lines.join("\r\n"));
  await once(socket, "close");
  expect(heard.match(/^HTTP\/1\.1 \d+/gm)).toEqual([`HTTP/1.1 ${status}`]);
  expect(edge.taken).toEqual([]);
});

it("unpacks no body, and goes by no charset", async () => {
  const edge = await startEdge();
  const send = (sent: Buffer<ArrayBuffer>, headers: Record<string, string>) =>
    fetch(`http://127.0.0.1:${edge.app.port}/slack/events`, {
      method: "POST",
      headers: { ...signedHeaders(edge, sent), ...headers },
      body: sent,
    });
  expect((await send(gzipSync(body), { "content-encoding": "gzip" })).status).toBe(400);
  const wide = Buffer.from(body, "utf16le");
  const type = "application/x-www-form-urlencoded; charset=utf-16le";
  expect((await send(wide, { "content-type": type })).status).toBe(400);
  expect(edge.taken).toEqual([]);
});

it("takes a request for the same whatever a proxy says of it", async () => {
  const edge = await startEdge();
  const said = {
    forwarded: "for=192.0.2.1;host=evil.example;proto=http",
    "x-forwarded-for": "192.0.2.1",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "http",
    "x-real-ip": "192.0.2.1",
  };
  const ask = (signature: Record<string, string>) =>
    fetch(`http://127.0.0.1:${edge.app.port}/slack/events`, {
      method: "POST",
      headers: { ...signedHeaders(edge, body), ...said, ...signature },
      body,
    });
  expect((await ask({})).status).toBe(200);
  expect(edge.taken).toEqual([command]);
  expect((await ask({ "x-slack-signature": "v0=1" })).status).toBe(401);
  expect(JSON.parse(edge.logged.join(""))).toMatchObject({ address: "127.0.0.1" });
});
