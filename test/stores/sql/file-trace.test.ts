import { utimesSync } from "node:fs";
import { expect, it } from "vitest";
import type { Stores } from "../../../src/stores/sql/stores.ts";
import { acme, beta, pathOf, save, storesIn } from "../../support/store-in.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

it("leaves another trace after each write of any process, and none after a read", async () => {
  const folder = temporaryFolder();
  const [bot, operator] = [await storesIn(folder), await storesIn(folder)];
  const traces = new Set<string>();
  for (const stores of [bot, operator, bot]) {
    await save(stores.profilesOf(acme), { name: `Profile ${traces.size}` });
    traces.add(await settledTrace(bot));
    await bot.profilesOf(acme).list({ words: [], state: "all", page: 1, pageSize: 10 });
    await operator.profilesOf(acme).names();
    traces.add(await settledTrace(bot));
  }
  expect(traces.size).toBe(3);
  await bot.close();
  const closed = await settledTrace(operator);
  await operator.profilesOf(acme).count();
  expect(await settledTrace(operator)).toBe(closed);
  expect(operator.traceOf(beta)).toBe("");
});

it("does not trust the time of what was written just now, in which more may be written", async () => {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  await save(stores.profilesOf(acme), { name: "Fintech" });
  const soon = new Date(Date.now() + 60_000);
  utimesSync(pathOf(folder), soon, soon);
  expect(stores.traceOf(acme)).not.toBe(stores.traceOf(acme));
});

/** As it stays, once the file's own time is long enough ago. */
async function settledTrace(stores: Stores): Promise<string> {
  const two = () => new Set([stores.traceOf(acme), stores.traceOf(acme)]);
  await expect.poll(() => two().size).toBe(1);
  return stores.traceOf(acme);
}
