import type { App, ReceiverEvent } from "@slack/bolt";
import { expect, it } from "vitest";
import type { HttpAnswer } from "../../../src/slack/transport/http-receiver.ts";
import { createHttpReceiver } from "../../../src/slack/transport/http-receiver.ts";

it("answers with what was acked, as JSON", async () => {
  const answers = await ask(({ ack }) => ack({ text: "Grüße" }));
  expect(answers).toEqual([{ type: "application/json", body: '{"text":"Grüße"}' }]);
});

it("answers an empty ack with nothing", async () => {
  expect(await ask(({ ack }) => ack())).toEqual([{ body: "" }]);
});

it("answers nothing where a listener ended without an ack", async () => {
  expect(await ask(async () => undefined)).toEqual([]);
});

/** What is answered by an app that does `work` with its request. */
async function ask(work: (event: ReceiverEvent) => Promise<void>): Promise<HttpAnswer[]> {
  const receiver = createHttpReceiver();
  receiver.init({ processEvent: work } as unknown as App);
  const answers: HttpAnswer[] = [];
  await receiver.take({}, async (answer) => void answers.push(answer));
  return answers;
}
