import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { installSeed } from "../../src/sandbox/server/install-seed.ts";
import { faultsIn, startBrowsing } from "../support/browse.ts";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";

const browsing = startBrowsing();

/** A browser of its own, with its own cookies. What a page's policy forbids fails the test. */
async function openBrowser(options?: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browsing.newContext(options);
  const faults: string[] = [];
  context.on("weberror", (error) => void faults.push(error.error().message));
  context.on("console", (said) => {
    if (said.text().includes("Content Security Policy")) faults.push(said.text());
  });
  onTestFinished(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });
  return context;
}

async function beginIn(context: BrowserContext, { app }: Team): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${app.port}/slack/install`);
  await page.getByRole("link", { name: "Add to Slack" }).click();
  return page;
}

async function answer(page: Page, home: string, person: string, button: "Allow" | "Cancel"): Promise<void> {
  await page.getByLabel("Workspace or organization").selectOption({ label: home });
  await page.getByLabel("You are").selectOption({ label: person });
  await page.getByRole("button", { name: button }).click();
}

const titleOf = (page: Page) => page.getByRole("heading", { level: 1 }).textContent();

it("is installed in Chromium into two workspaces and an organization, which all use it", async () => {
  const team = await startTeam({ seed: { seed: installSeed() } });
  const context = await openBrowser();
  // axe is a script: what the pages’ own policy says of that is none of its business.
  const copy = await (await openBrowser({ bypassCSP: true })).newPage();
  const open = ["Open Slack", "https://slack.com/app_redirect?app=A0SANDBOX&team="] as const;
  const add = [
    "Add it to workspaces",
    "https://app.slack.com/manage/E0GLOBEX/integrations/profile/A0SANDBOX/workspaces/add",
  ] as const;
  for (const [home, person, where, [link, url]] of [
    ["Acme", "Ana Ruiz, owner", "in Acme", open],
    ["Beta Freight", "Finn Moss, owner", "in Beta Freight", open],
    ["Globex", "Noa Berg, owner", "in the organization Globex", add],
  ] as const) {
    const page = await beginIn(context, team);
    if (home === "Acme") expect(await faultsOf(page, copy)).toEqual([]);
    await answer(page, home, person, "Allow");
    expect(await titleOf(page)).toBe("ICP Profiles is installed");
    await page.getByText(`It is now ${where}.`).waitFor();
    expect(await page.getByRole("link", { name: link }).getAttribute("href")).toContain(url);
    // The other homes' pages differ in a name.
    if (home === "Acme") expect(await faultsOf(page, copy)).toEqual([]);
    await page.close();
  }
  for (const name of ["ana", "finn", "noa", "sol"]) {
    await team.slack.person(name).types("/icp list");
    await team.slack.person(name).sees("No ICP profiles yet.");
  }
});

it("installs nothing after a no, lets one start again from there, and takes a link neither twice nor in another browser", async () => {
  const team = await startTeam({ seed: { seed: installSeed() } });
  const [anas, eves] = [await openBrowser(), await openBrowser()];
  const page = await beginIn(anas, team);
  await answer(page, "Acme", "Ana Ruiz, owner", "Cancel");
  expect(await titleOf(page)).toBe("Nothing was installed");
  await page.getByRole("link", { name: "Start again" }).click();
  expect(await titleOf(page)).toBe("Add ICP Profiles to Slack");
  expect(team.slack.seed.app.installations).toEqual([]);

  await page.getByRole("link", { name: "Add to Slack" }).click();
  const link = page.url();
  await answer(page, "Acme", "Ana Ruiz, owner", "Allow");
  expect(await titleOf(page)).toBe("ICP Profiles is installed");
  await page.reload();
  expect(await titleOf(page)).toBe("That didn’t work");

  // Somebody sends Eve a link that was begun elsewhere.
  const hers = await eves.newPage();
  await hers.goto(link);
  await answer(hers, "Beta Freight", "Finn Moss, owner", "Allow");
  expect(await titleOf(hers)).toBe("That didn’t work");
  expect(team.slack.seed.app.installations.map(({ workspace }) => workspace)).toEqual(["T0ACME"]);
});

/** As axe sees it in a copy of the page. */
async function faultsOf(page: Page, copy: Page): Promise<string[]> {
  await copy.setContent(await page.content());
  return faultsIn(copy);
}
