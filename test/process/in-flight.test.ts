import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import { expect, it } from "vitest";
import { createInFlight } from "../../src/process/in-flight.ts";

/** Far more than any of these takes. */
const long = 60_000;

it("answers what the work answers, and throws what it throws", async () => {
  const inFlight = createInFlight();
  await expect(inFlight.run(async () => "done")).resolves.toBe("done");
  await expect(inFlight.run(() => Promise.reject(new Error("broke")))).rejects.toThrow("broke");
  const throwing = inFlight.run(() => {
    throw new Error("broke at once");
  });
  await expect(throwing).rejects.toThrow("broke at once");
  expect(await inFlight.drained(0)).toBe(0);
});

it("is drained at once when nothing runs", async () => {
  expect(await createInFlight().drained(long)).toBe(0);
});

it("waits for work that is under way, whether it ends well or not", async () => {
  const inFlight = createInFlight();
  const [one, other] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const ran = Promise.allSettled([inFlight.run(() => one.promise), inFlight.run(() => other.promise)]);
  const events: string[] = [];
  const drained = inFlight.drained(long).then((left) => events.push(`drained, ${left} left`));
  one.resolve();
  await one.promise;
  events.push("one ended");
  other.reject(new Error("broke"));
  await drained;
  expect(events).toEqual(["one ended", "drained, 0 left"]);
  expect((await ran).map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
});

it("waits for work that was taken on while it waited", async () => {
  const inFlight = createInFlight();
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const ranFirst = inFlight.run(() => first.promise);
  const events: string[] = [];
  const drained = inFlight.drained(long).then((left) => events.push(`drained, ${left} left`));
  const ranSecond = inFlight.run(() => second.promise);
  first.resolve();
  await ranFirst;
  await turnOfTheLoop();
  events.push("second ends");
  second.resolve();
  await Promise.all([ranSecond, drained]);
  expect(events).toEqual(["second ends", "drained, 0 left"]);
});

it("gives up after the time it was given, and says how much is left", async () => {
  const inFlight = createInFlight();
  const never = Promise.withResolvers<void>();
  const ran = Promise.all([
    inFlight.run(async () => never.promise),
    inFlight.run(async () => never.promise),
    inFlight.run(async () => {}),
  ]);
  expect(await inFlight.drained(5)).toBe(2);
  never.resolve();
  await ran;
  expect(await inFlight.drained(0)).toBe(0);
});
