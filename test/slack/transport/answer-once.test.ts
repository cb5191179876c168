import { expect, it, vi } from "vitest";
import { createAnswerOnce } from "../../../src/slack/transport/answer-once.ts";

it("works once on what comes twice, and gives both the first answer", async () => {
  const { once, sent } = start();
  const work = vi.fn(async (answer: (text: string) => Promise<void>) => {
    await answer("done");
    await answer("too late");
  });
  await once("1", work);
  await once("1", work);
  await once("2", work);
  expect(sent).toEqual(["1: done", "1: done", "2: done"]);
  expect(work).toHaveBeenCalledTimes(2);
});

it("lets what comes again wait for the answer that is still to come", async () => {
  const { once, sent } = start();
  const gate = Promise.withResolvers<void>();
  const first = once("1", async (answer) => {
    await gate.promise;
    await answer("done");
  });
  const again = once("1", () => Promise.reject(new Error("worked twice")));
  gate.resolve();
  await Promise.all([first, again]);
  expect(sent).toEqual(["1: done", "1: done"]);
});

it("does the work anew for what comes again while the first breaks", async () => {
  const { once, sent } = start();
  const gate = Promise.withResolvers<void>();
  const first = once("1", () => gate.promise);
  const again = once("1", (answer) => answer("done"));
  gate.reject(new Error("broken"));
  await expect(first).rejects.toThrow("broken");
  await again;
  expect(sent).toEqual(["1: done"]);
});

it("remembers no more than 2 MB of answers, the last ones", async () => {
  const { once, sent } = start();
  const answered = ["1", "2", "3"];
  for (const key of answered) await once(key, (answer) => answer("x".repeat(1_000_000)));
  const again: string[] = [];
  for (const key of answered.toReversed()) await once(key, async () => void again.push(key));
  expect([again, sent.length]).toEqual([["1"], 5]);
});

function start() {
  const take = createAnswerOnce((text: string) => ({ kept: text, bytes: text.length }));
  const sent: string[] = [];
  return {
    sent,
    once: (key: string, work: (answer: (text: string) => Promise<void>) => Promise<void>) =>
      take(key, { work, send: (answer) => void sent.push(`${key}: ${answer}`) }),
  };
}
