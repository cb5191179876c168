import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openHouse } from "./house.ts";
import { modal, press, send } from "./screen.ts";

const house = openHouse();

it("never shows Ana, who types fast on a slow network, options for anything but what she typed last", async () => {
  const ana = await house.open("ana");
  await press(ana, "Weather");
  const delay = ana.getByLabel("Delay of what Slack sends to the app");
  await send(ana, "/icp new");
  const industries = modal(ana, "New ICP profile").getByRole("combobox", { name: "Industries" });
  await industries.click();
  await ana.getByRole("option").first().waitFor();
  await delay.selectOption("300 ms");
  await industries.click();

  const noted = await watchOffers(ana);
  // Faster than the app is asked, then slower, so that many answers are on their way at once.
  await industries.pressSequentially("fina", { delay: 30 });
  await industries.pressSequentially("ncial", { delay: 160 });
  await asTyped(ana, "financial").waitFor();
  await industries.fill("");
  await industries.pressSequentially("heal", { delay: 160 });
  await asTyped(ana, "heal").waitFor();
  const offers = await noted();
  await delay.selectOption("None");

  expect(offers.filter(({ typed, offered }) => !offered.includes(typed))).toEqual([]);
  expect(new Set(offers.map(({ typed }) => typed)).size).toBeGreaterThanOrEqual(2);
});

function asTyped(page: Page, words: string): Locator {
  return page.getByRole("option", { name: new RegExp(`^${words}\\s*Use as typed$`) });
}

interface Offered {
  typed: string;
  /** The last option is always what was typed when the app was asked. */
  offered: string;
}

/** Looks at each frame that is drawn and notes what was typed and offered in it; answers with the notes when called. */
async function watchOffers(page: Page): Promise<() => Promise<Offered[]>> {
  await page.evaluate(watching);
  return () => page.evaluate("offers");
}

const watching = `
  globalThis.offers = [];
  (function look() {
    const typed = document.activeElement.value;
    const offered = [...document.querySelectorAll("[role=option]")].at(-1)?.firstChild.textContent;
    const last = offers.at(-1);
    const isNew = last?.typed !== typed || last?.offered !== offered;
    if (typed && offered && isNew) offers.push({ typed, offered });
    requestAnimationFrame(look);
  })();`;
