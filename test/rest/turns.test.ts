import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { createTurns } from "../../src/rest/turns.ts";
import { acme } from "../support/store-in.ts";

it("keeps nobody waiting for an answer whose reader has hung up before", async () => {
  const inTurn = createTurns({ mostMs: 2 ** 31 - 1 });
  const server = createServer(async (req, res) => {
    if (req.url === "/gone") await once(res, "close");
    res.end(await inTurn(acme, res, async () => "read"));
    server.emit("answered");
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const gone = connect(port, "127.0.0.1").end("GET /gone HTTP/1.1\r\nhost: x\r\n\r\n");
  const answered = once(server, "answered");
  await once(server, "request");
  gone.destroy();
  await answered;
  const next = await fetch(`http://127.0.0.1:${port}/next`);
  expect(await next.text()).toBe("read");
});
