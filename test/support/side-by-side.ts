import { AsyncLocalStorage } from "node:async_hooks";
import type { TestContext } from "vitest";
import { it, onTestFinished as ofTheOnlyOne } from "vitest";

const running = new AsyncLocalStorage<TestContext>();

/**
 * A test that waits for seconds, such as for Slack's silence, and does so while those of its kind beside it in the file
 * wait too. What it waits for it waits for with `vi.waitFor`: `expect.poll` asks Vitest which test is running.
 */
export function itWaits(title: string, work: () => Promise<void>): void {
  it.concurrent(title, (context) => running.run(context, work));
}

/** As Vitest's own, and right for each of several tests at once too. */
export function onTestFinished(work: () => void | Promise<void>): void {
  const { onTestFinished: ofThisOne = ofTheOnlyOne } = running.getStore() ?? {};
  ofThisOne(work);
}
