import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { App, ReceiverEvent } from "@slack/bolt";
import { expect, it, onTestFinished } from "vitest";
import { createHttpReceiver } from "../../src/slack/http-receiver.ts";

it("answers with what was acked first", async () => {
  const answer = await ask(async ({ ack }) => {
    await ack({ text: "Grüße" });
    await ack({ text: "too late" });
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/json");
  expect(await answer.json()).toEqual({ text: "Grüße" });
});

it("answers an empty ack with nothing", async () => {
  const answer = await ask(async ({ ack }) => ack());
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe("");
});

it("lets Slack know at once that a listener ended without an ack", async () => {
  expect((await ask(async () => undefined)).status).toBe(500);
});

/** What Slack gets from an app that does `work` with its request. */
async function ask(work: (event: ReceiverEvent) => Promise<void>): Promise<Response> {
  const receiver = createHttpReceiver();
  receiver.init({ processEvent: work } as unknown as App);
  const server = createServer((_req, res) => void receiver.take({}, res));
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}
