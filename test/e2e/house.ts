import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import type { Sandbox } from "../../src/sandbox/start-sandbox.ts";
import { startBrowsing } from "../support/browse.ts";
import { startHouse } from "./start-house.ts";

export interface House {
  readonly slack: Slack;
  /** What a person sees, in a browser context of their own. */
  open(as: string, look?: { width?: number; isDark?: boolean }): Promise<Page>;
}

/** All that `npm start` starts, once for a test file, and a real browser. */
export function openHouse(): House {
  const browsing = startBrowsing();
  const folder = mkdtempSync(join(tmpdir(), "house-"));
  let sandbox: Sandbox | undefined;
  beforeAll(async () => {
    if (!browsing.isPossible) return;
    sandbox = await startHouse(folder);
    await sandbox.settled;
  });
  afterAll(async () => {
    await sandbox?.close();
    rmSync(folder, { recursive: true, force: true });
    if (sandbox !== undefined) expect(sandbox.slack.complaints).toEqual([]);
  });
  const house: House = {
    get slack() {
      if (sandbox === undefined) throw new Error("The house is not open yet.");
      return sandbox.slack;
    },
    async open(as, look) {
      const page = await browsing.open(house.slack.url, { as, ...look });
      // Modals are the person's, in whatever window: the next test begins without any.
      onTestFinished(async () => {
        const close = page.getByRole("button", { name: "Close all" });
        // In one step: what is about to close by itself may be gone by the next.
        await close.evaluateAll((buttons) => {
          for (const button of buttons.slice(-1)) button.click();
        });
        await close.last().waitFor({ state: "detached" });
      });
      return page;
    },
  };
  return house;
}
