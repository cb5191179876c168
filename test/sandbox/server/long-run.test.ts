import { expect, it } from "vitest";
import { createFaults } from "../../../src/sandbox/server/faults.ts";
import { postMessage } from "../../../src/sandbox/server/messages.ts";
import { mintResponseUrl, useResponseUrl } from "../../../src/sandbox/server/response-urls.ts";
import { defaultSeed } from "../../../src/sandbox/server/seed.ts";
import { toast } from "../../../src/sandbox/server/toasts.ts";
import { exchangeTrigger, mintTrigger } from "../../../src/sandbox/server/triggers.ts";
import { createWorld } from "../../../src/sandbox/server/world.ts";
import { noon } from "./stage.ts";

const mine = { person: "U0ANA", team: "T0ACME", channel: "C0GENERAL" };
const minute = 60_000;

/** A Slack without a server, by a clock that stands still. */
function longRun() {
  const clock = { ms: noon };
  const world = createWorld({
    seed: defaultSeed(),
    now: () => clock.ms,
    ackDeadlineMs: 3000,
    faults: createFaults(),
    levers: [],
    appState: undefined,
  });
  const say = (onlyFor?: string) =>
    postMessage(world, {
      channel: "C0GENERAL",
      team: "T0ACME",
      text: "x",
      blocks: [],
      ...(onlyFor !== undefined && { onlyFor }),
    });
  return {
    world,
    say,
    pass: (ms: number) => {
      clock.ms += ms;
    },
    mintUrl: () => mintResponseUrl(world, { kind: "actions", ...mine, ts: undefined }),
  };
}

it("tells an old trigger from a wrong one for a minute, and then forgets it", () => {
  const { world, pass } = longRun();
  const id = mintTrigger(world, mine);
  pass(minute);
  mintTrigger(world, mine);
  expect(exchangeTrigger(world, { id, team: "T0ACME" })).toEqual({
    kind: "refused",
    error: "expired_trigger_id",
  });
  pass(1);
  mintTrigger(world, mine);
  expect(world.triggers.size).toBe(2);
  for (let count = 0; count < 3000; count += 1) mintTrigger(world, mine);
  expect(world.triggers.size).toBeLessThanOrEqual(1001);
});

it("keeps each response_url for its half hour, and forgets it in time", async () => {
  const { world, pass, mintUrl } = longRun();
  const post = (path: string) =>
    useResponseUrl(world, {
      method: "POST",
      path,
      query: new URLSearchParams(),
      headers: {},
      body: JSON.stringify({ text: "x" }),
    });
  const first = mintUrl();
  for (let count = 0; count < 1000; count += 1) mintUrl();
  pass(30 * minute);
  expect(await post(first)).toMatchObject({ status: 200 });
  pass(1);
  expect(await post(first)).toMatchObject({ body: expect.stringContaining("expired_url") });
  pass(30 * minute);
  mintUrl();
  expect(world.responseUrls.size).toBe(1);
  for (let count = 0; count < 6000; count += 1) mintUrl();
  expect(world.responseUrls.size).toBeLessThanOrEqual(5001);
});

it("keeps the newest messages of a conversation, and of what only one person sees fewer", () => {
  const { world, say } = longRun();
  const first = say();
  for (let count = 0; count < 300; count += 1) say("U0ANA");
  say("U0BEN");
  const count = () => world.messages.length;
  expect(count()).toBe(1 + 200 + 1);
  expect(world.messages).toContain(first);
  while (count() < 2000 + 201) say();
  say();
  expect(count()).toBe(2000 + 201);
  expect(world.messages).not.toContain(first);
});

it("keeps messages in order when the machine's clock is set back", () => {
  const { say, pass } = longRun();
  const before = say();
  pass(-60 * minute);
  expect(say().ts > before.ts).toBe(true);
});

it("leaves the newest of many banners standing", () => {
  const { world } = longRun();
  for (let count = 1; count <= 8; count += 1) toast(world, "U0ANA", `Trouble ${count}`);
  expect(world.toasts.get("U0ANA")?.map(({ text }) => text)).toEqual(
    [4, 5, 6, 7, 8].map((count) => `Trouble ${count}`),
  );
});
