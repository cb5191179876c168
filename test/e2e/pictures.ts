import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { findBrowser, noBrowser } from "../support/find-browser.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { packPng } from "./pack-png.ts";
import { profilesToShow } from "./profiles-to-show.ts";
import { goTo, modal, press, said, send } from "./screen.ts";
import { startHouse } from "./start-house.ts";

/* Takes the pictures of README.md from the running sandbox, for `npm run pictures`. */

const album = fileURLToPath(new URL("pictures", import.meta.url));

const executablePath = findBrowser();
if (executablePath === undefined) throw new Error(noBrowser);
const folder = mkdtempSync(join(tmpdir(), "pictures-"));
const sandbox = await startHouse(folder);
await sandbox.settled;
const browser = await launchBrowser(executablePath);
try {
  mkdirSync(album, { recursive: true });
  await saveProfiles();
  await takePictures(sandbox.slack.url, browser);
} finally {
  await browser.close();
  await sandbox.close();
  rmSync(folder, { recursive: true });
}

async function saveProfiles(): Promise<void> {
  for (const { by, name, ...fields } of profilesToShow) {
    const person = sandbox.slack.person(by).goesTo("sales");
    await person.types(`/icp new ${name}`);
    await person.sees("New ICP profile");
    await person.fills(fields);
    await person.saves();
    await person.sees("Profile saved");
    await person.closes({ all: true });
  }
}

async function takePictures(url: string, browser: Browser): Promise<void> {
  const ana = await open("ana");
  await send(ana, "/icp");
  await take("help", said(ana, "ICP profiles say which companies"));
  await goTo(ana, "sales");
  await send(ana, "/icp list");
  await said(ana, "newest first").waitFor();
  await take("list", ana);

  const inspector = await open("ana", { height: 740 });
  await press(inspector, "Inspector");
  await press(inspector, "Clear");
  await send(inspector, "/icp list");
  await inspector.getByRole("button", { name: /^To the app: command/ }).click();
  await inspector.getByRole("tree").last().waitFor();
  // It would lie over the answer.
  await inspector.getByRole("button", { name: "To the newest" }).evaluate((pill) => pill.remove());
  await take("inspector", inspector.getByRole("complementary", { name: "Inspector" }));

  const home = await open("owen", { height: 1130 });
  await goTo(home, "ICP Profiles");
  await home.getByText("2 active ICP profiles").waitFor();
  await take("home", home);

  const dark = await open("owen", { isDark: true });
  await goTo(dark, "sales");
  await send(dark, "/icp list");
  await said(dark, "newest first").waitFor();
  await take("dark", dark);

  const phone = await open("owen", { width: 390, height: 760 });
  await send(phone, "/icp list");
  await said(phone, "newest first").waitFor();
  await take("phone", phone);

  const ben = await open("ben");
  await send(ben, "/icp list");
  await said(ben, "newest first").waitFor();
  await send(ben, "/icp new");
  await take("refusal", said(ben, "You can’t create ICP profiles here yet."));

  // Where nothing stands behind a modal, and so high that it ends between two lines.
  const modals = await open("ana", { height: 744 });
  await goTo(modals, "leads-private");
  await send(modals, "/icp show Fintech DACH");
  await take("details", modal(modals, "ICP profile"));
  await press(modal(modals, "ICP profile"), "Close");
  await send(modals, "/icp new Software houses Benelux");
  const form = modal(modals, "New ICP profile");
  await search(form, "Countries", "nether", "Netherlands");
  await search(form, "Countries", "belg", "Belgium");
  await search(form, "Job titles", "cto", "CTO");
  await search(form, "Industries", "saas", "SaaS");
  const industries = form.getByRole("combobox", { name: "Industries" });
  await form.getByRole("textbox", { name: "Name" }).scrollIntoViewIfNeeded();
  await industries.click();
  await industries.pressSequentially("soft");
  await modals.getByRole("option", { name: "Use as typed" }).waitFor();
  await take("form", form);
  await modals.getByRole("option", { name: "Software Development" }).click();
  await industries.press("Escape");
  await press(form, "Save profile");
  await take("saved", modal(modals, "Profile saved"));
  await press(modal(modals, "Profile saved"), "Done");
  await takeConflict(modals);

  async function open(as: string, { width = 880, height = 640, isDark = false } = {}): Promise<Page> {
    const isPhone = width < 600;
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: isDark ? "dark" : "light",
      deviceScaleFactor: 1.5,
      isMobile: isPhone,
      hasTouch: isPhone,
      locale: "en-US",
      reducedMotion: "reduce",
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.goto(`${url}/#${as}`);
    // A machine without a desktop has no system font worth looking at.
    await page.addStyleTag({ content: ":root { --text: 'Liberation Sans', system-ui, sans-serif }" });
    return page;
  }
}

/** Ana and Owen change one profile at the same time. */
async function takeConflict(ana: Page): Promise<void> {
  await send(ana, "/icp show Fintech DACH");
  await press(modal(ana, "ICP profile"), "Edit Fintech DACH");
  const form = modal(ana, "Edit ICP profile");
  await search(form, "Countries", "liecht", "Liechtenstein");
  await form.getByLabel("Daily prospect limit").fill("40");
  const owen = sandbox.slack.person("owen");
  await owen.types("/icp show Fintech DACH");
  await owen.presses("Edit");
  await owen.fills({ "Daily prospect limit": "15", Reason: "Two of us are on leave until June" });
  await owen.saves();
  await owen.sees("Changes saved");
  await press(form, "Save changes");
  const conflict = modal(ana, "Changed meanwhile");
  await conflict.getByRole("radio", { name: /As I have it/ }).check();
  await take("conflict", conflict);
  await press(conflict, "Save what I chose");
  await press(modal(ana, "Changes saved"), "Details of Fintech DACH");
  await press(modal(ana, "ICP profile"), "History of Fintech DACH");
  await modal(ana, "History").getByText("1. Created").waitFor();
  await take("history", modal(ana, "History"));
}

async function search(form: Locator, field: string, typed: string, wanted: string): Promise<void> {
  const menu = form.getByRole("combobox", { name: field });
  await menu.click();
  await menu.pressSequentially(typed);
  await form.page().getByRole("option", { name: wanted }).first().click();
  await menu.press("Escape");
}

/** A whole window, or a part of it. */
async function take(name: string, what: Page | Locator): Promise<void> {
  await writeFile(join(album, `${name}.png`), packPng(await what.screenshot()));
}
