import { connect } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import type { Handler } from "../../src/http/http-server.ts";
import { startHttpServer } from "../../src/http/http-server.ts";
import { createLog } from "../../src/log.ts";

it.each([
  ["says nothing", []],
  ["sends its headers a letter at a time", [..."POST / HTTP/1.1\r\nhost: bot\r\nx-one: 1\r\nx-two: 2"]],
  [
    "sends its body a letter at a time",
    ["POST / HTTP/1.1\r\nhost: bot\r\ncontent-length: 1000\r\n\r\n", ..."slow".repeat(20)],
  ],
])("hangs up on a client that %s, and goes on answering others", async (_what, parts) => {
  const { port, url } = await serve(async (req, res) => {
    for await (const _chunk of req);
    res.end("heard");
  });
  const socket = connect(port, "127.0.0.1").on("error", () => undefined);
  onTestFinished(() => void socket.destroy());
  let answer = "";
  socket.on("data", (text) => {
    answer += text;
  });
  const trickle = setInterval(() => {
    const part = parts.shift();
    if (part !== undefined) socket.write(part);
  }, 20);
  // Not by `once`, which would take a reset for a failure: a line that is reset is a line that was hung up.
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  expect(await (await fetch(url, { method: "POST", body: "quick" })).text()).toBe("heard");
  await closed;
  clearInterval(trickle);
  expect(answer).not.toContain("heard");
});

it("sends with every answer what keeps a browser from misusing it, and nothing that tells of what runs here", async () => {
  const { url } = await serve((_req, res) => void res.end("fine"));
  for (const method of ["POST", "GET"]) {
    const { headers } = await fetch(url, { method });
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
    expect([...headers.keys()]).not.toContain("server");
    expect([...headers.keys()]).not.toContain("x-powered-by");
  }
});

it("tells nobody outside why a handler broke", async () => {
  const { url, lines } = await serve(() => Promise.reject(new Error("the disk is on fire")));
  const answer = await fetch(url, { method: "POST" });
  expect([answer.status, await answer.text()]).toEqual([500, ""]);
  expect(lines.join("")).toContain("the disk is on fire");
});

/** A server that answers `POST /`, and is not patient. */
async function serve(handler: Handler) {
  const lines: string[] = [];
  const log = createLog({ level: "info", to: { write: (line) => void lines.push(line) } });
  const timeouts = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 };
  const server = await startHttpServer({ "POST /": handler }, { host: "127.0.0.1", port: 0, log, timeouts });
  onTestFinished(() => server.close());
  return { port: server.port, url: `http://127.0.0.1:${server.port}/`, lines };
}
