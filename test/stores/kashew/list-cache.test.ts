import { expect, it } from "vitest";
import { Fault } from "../../../src/errors.ts";
import { fromOwnCopy } from "../../../src/kashew/own-copy.ts";
import { ProfileId } from "../../../src/rules/profile.ts";
import { createListCache } from "../../../src/stores/kashew/list-cache.ts";
import type { ReadList } from "../../../src/stores/kashew/read-list.ts";
import { toReadList } from "../../../src/stores/kashew/read-list.ts";
import { ana, makeDraft } from "../../support/make-profile.ts";

const empty = toReadList({ profiles: [], skipped: 0 }, { copies: [], before: undefined });
const profile = fromOwnCopy({
  id: ProfileId.parse("7b9de8a4-2c69-4e8e-9b0b-6d5c7d3f1a11"),
  draft: makeDraft(),
  by: ana,
  at: "2026-05-01T12:00:00.000Z",
});

/** A cache over a Kashew that answers when it is told to. */
function setUp() {
  const asked: { answer(list: ReadList): void; fail(): void }[] = [];
  const cache = createListCache({
    now: () => 0,
    read: () =>
      new Promise((answer, reject) => {
        asked.push({ answer, fail: () => reject(new Fault("kashew-down", "")) });
      }),
  });
  return { cache, asked };
}

it("keeps what was created from being hidden by a list that was asked for before", async () => {
  const { cache, asked } = setUp();
  const first = cache.get();
  asked[0]?.answer(empty);
  await first;
  cache.add(profile);
  const before = cache.get();
  cache.add(profile);
  asked[1]?.answer(empty);
  await before;
  const after = cache.get();
  asked[2]?.fail();
  expect(await after).toMatchObject({ list: { profiles: [profile] }, stale: { code: "kashew-down" } });
});

it("asks anew for whoever looks for what was sent, whatever is on its way already", async () => {
  const { cache, asked } = setUp();
  const waiting = cache.get();
  const looking = cache.getNew();
  expect(asked).toHaveLength(1);
  asked[0]?.answer(empty);
  await waiting;
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.fail();
  await expect(looking).rejects.toMatchObject({ code: "kashew-down" });
});
