import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { faultsIn } from "../support/browse.ts";
import { openHouse } from "./house.ts";
import { modal, press, said, send, share } from "./screen.ts";

const house = openHouse();

describe("this page, not Slack’s own client, has no serious fault for those who listen or use keys alone", () => {
  it.each([
    [1280, true],
    [390, false],
  ])("at %i px, dark: %s", async (width, isDark) => {
    const ana = await house.open("ana", { width, isDark });
    for (const [surface, open] of Object.entries(surfaces)) {
      await open(ana, `Fintech ${width} ${isDark}`);
      expect({ surface, faults: await faultsIn(ana) }).toEqual({ surface, faults: [] });
    }
  });
});

/** Each begins where the one before ends. */
const surfaces: Record<string, (page: Page, name: string) => Promise<void>> = {
  async help(page) {
    await send(page, "/icp");
    await said(page, "ICP profiles say which companies").waitFor();
  },
  async "the form with a menu open"(page, name) {
    await send(page, `/icp new ${name}`);
    await modal(page, "New ICP profile").getByRole("combobox", { name: "Industries" }).click();
    await page.getByRole("option").first().waitFor();
  },
  async "what was saved"(page) {
    await page.keyboard.press("Escape");
    await press(modal(page, "New ICP profile"), "Save profile");
    await modal(page, "Profile saved").waitFor();
  },
  async details(page, name) {
    await press(modal(page, "Profile saved"), `Details of ${name}`);
    await modal(page, "ICP profile").getByText("Finding prospects").waitFor();
  },
  async "a shared card and the list"(page, name) {
    await share(modal(page, "ICP profile"), name);
    await send(page, "/icp list");
    await said(page, "newest first").waitFor();
  },
  async "the inspector with an exchange unfolded"(page) {
    await press(page, "Inspector");
    await page
      .getByRole("button", { name: /^To the app: command/ })
      .last()
      .click();
    await page.getByRole("tree").first().waitFor();
  },
  async weather(page) {
    await press(page, "Close inspector");
    await press(page, "Weather");
    await page.getByText("Let something go wrong once").waitFor();
  },
};
