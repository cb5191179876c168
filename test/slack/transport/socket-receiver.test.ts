import { EventEmitter } from "node:events";
import type { App, ReceiverEvent } from "@slack/bolt";
import { expect, it, vi } from "vitest";
import { createLog } from "../../../src/log.ts";
import { createInFlight } from "../../../src/process/in-flight.ts";
import { createSocketReceiver } from "../../../src/slack/transport/socket-receiver.ts";

const event = {
  type: "event_callback",
  event_id: "Ev1",
  event_time: 1,
  event: { type: "app_home_opened", user: "U0ANA", tab: "home" },
};
const shortcut = { type: "shortcut", user: { id: "U0ANA" }, callback_id: "profile-new", trigger_id: "1" };

it.each([
  ["the same envelope", { envelope_id: "1", body: shortcut }, { envelope_id: "1", body: shortcut }],
  [
    "the same event in another envelope",
    { envelope_id: "1", body: event },
    { envelope_id: "2", body: event },
  ],
])("works once on %s, and gives both the same answer", async (_what, once, again) => {
  const { send, worked } = start(async ({ ack }) => ack({ text: "done" }));
  const acks = [await send(once), await send(again)];
  expect(acks).toEqual([{ text: "done" }, { text: "done" }]);
  expect(worked()).toBe(1);
});

it("gives the answer to the second one when the first one’s ack comes late", async () => {
  const gate = Promise.withResolvers<void>();
  const { send, worked } = start(async ({ ack }) => {
    await gate.promise;
    await ack({ text: "done" });
  });
  const acks = [send({ envelope_id: "1", body: event }), send({ envelope_id: "1", body: event })];
  gate.resolve();
  expect(await Promise.all(acks)).toEqual([{ text: "done" }, { text: "done" }]);
  expect(worked()).toBe(1);
});

it("works again on what broke before its ack", async () => {
  let isBroken = true;
  const { send, worked } = start(async ({ ack }) => {
    if (isBroken) throw new Error("broken");
    await ack({ text: "done" });
  });
  void send({ envelope_id: "1", body: event });
  await vi.waitFor(() => expect(worked()).toBe(1));
  isBroken = false;
  expect(await send({ envelope_id: "1", body: event })).toEqual({ text: "done" });
  expect(worked()).toBe(2);
});

it("lets a listener finish whose ack found no line", async () => {
  const finished = vi.fn();
  const { client, lines } = start(async ({ ack }) => {
    await ack();
    finished();
  });
  client.emit("slack_event", {
    type: "events_api",
    envelope_id: "1",
    body: event,
    ack: () => Promise.reject(new Error("no line")),
  });
  await vi.waitFor(() => expect(finished).toHaveBeenCalled());
  expect(lines.join("")).toContain("an answer did not reach Slack");
});

/** A receiver for an app that does `work` with each event. */
function start(work: (event: ReceiverEvent) => Promise<void>) {
  const client = new EventEmitter();
  const lines: string[] = [];
  const log = createLog({ level: "info", to: { write: (line) => void lines.push(line) } });
  const receiver = createSocketReceiver({
    client: client as unknown as Parameters<typeof createSocketReceiver>[0]["client"],
    inFlight: createInFlight(),
    isStopping: () => false,
    log,
  });
  const processEvent = vi.fn(work);
  receiver.init({ processEvent } as unknown as App);
  return {
    client,
    lines,
    worked: () => processEvent.mock.calls.length,
    /** Answers the ack. */
    send: (envelope: { envelope_id: string; body: unknown }) =>
      new Promise((resolve) => {
        const ack = async (response: unknown) => resolve(response);
        client.emit("slack_event", { type: "events_api", ...envelope, ack });
      }),
  };
}
