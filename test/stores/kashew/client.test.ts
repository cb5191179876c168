import { expect, it } from "vitest";
import { createKashewClient, kashewTimes } from "../../../src/stores/kashew/client.ts";
import { secondsToWait } from "../../../src/stores/kashew/seconds-to-wait.ts";
import { makeKey } from "../../support/make-key.ts";

const deps = { baseUrl: "https://kashew.example/api/v1", times: kashewTimes, now: () => 0 };

it("has at most four requests at a time on the way, and lets the others wait", async () => {
  const open: (() => void)[] = [];
  let most = 0;
  const send = () =>
    new Promise<Response>((resolve) => {
      open.push(() => resolve(Response.json({})));
      most = Math.max(most, open.length);
    });
  const client = createKashewClient({ ...deps, fetch: send }, async () => makeKey());
  const all = Promise.all(
    Array.from({ length: 10 }, (_, index) => (index % 2 ? client.get("/x") : client.post("/x", {}))),
  );
  for (let answered = 0; answered < 10; answered += 1) {
    await expect.poll(() => open.length).toBeGreaterThan(0);
    open.shift()?.();
  }
  await all;
  expect(most).toBe(4);
});

it("gives a reader eight seconds and a writer fifteen", () => {
  expect(kashewTimes).toMatchObject({ read: 8000, write: 15_000 });
});

it.each([
  ["7", "", 7],
  ["0", "", 1],
  ["99999", "", 3600],
  ["Fri, 01 May 2026 12:00:30 GMT", "", 30],
  ["soon", "Rate limit exceeded. Try again in 42 seconds.", 42],
  [null, "Try again in 2 minutes.", 120],
  [null, "Try again later.", 60],
] as const)("takes %j and %j for a wait of %i seconds", (retryAfter, detail, seconds) => {
  expect(secondsToWait({ retryAfter, detail, now: Date.parse("2026-05-01T12:00:00Z") })).toBe(seconds);
});
