import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { saveProfiles } from "../support/save-profiles.ts";
import { openHouse } from "./house.ts";
import { become, chooseMore, goTo, modal, press, said, send } from "./screen.ts";

/** For many presses on a machine that is busy. */
const patience = { timeout: 60_000 };
const house = openHouse();

it("lets Ana, who owns the workspace, set in her home that members may write, and export what there is", async () => {
  await saveProfiles(house.slack.person("ana"), ["First of all"]);
  const ana = await house.open("ana");
  await goTo(ana, "ICP Profiles");
  await press(ana, "Export all profiles");
  await modal(ana, "Export").getByText('"name": "First of all"').waitFor();
  await press(modal(ana, "Export"), "Close");
  await press(ana, "Set who may do what");
  const access = modal(ana, "Who may do what");
  await access.getByRole("radio", { name: "ICP admins and all full members" }).check();
  await press(access, "Save");
  await ana.getByText("Set here, in Slack.").first().waitFor();
});

it("lets Ben, who may write, do to a profile whatever can be done to it", patience, async () => {
  const ben = await house.open("ben");
  await takeUpDraft(ben, "Of Ben");
  await changeAll(ben, "Of Ben");
});

it("lets Ben archive a profile and take it back, and Ana alone delete it for good", patience, async () => {
  const name = "Archived by Ben";
  const [ana, ben] = await Promise.all([house.open("ana"), house.open("ben")]);
  await saveProfiles(house.slack.person("ben"), [name]);
  const seenByBen = await archiveAndBack(ben, name);
  const remove = `Delete ${name} for good`;
  expect(await seenByBen.getByRole("button", { name: remove }).count()).toBe(0);

  const seenByAna = await openArchive(ana);
  await press(seenByAna, remove);
  const form = modal(ana, "Delete for good");
  await form.getByLabel("Type its name").fill(name);
  await press(form, "Delete for good");
  await seenByAna.getByText(`“${name}” is deleted for good.`).waitFor();
});

it("lets Ben search and filter in the app’s home, and see there what is Ana’s to set", async () => {
  const ben = await house.open("ben");
  await goTo(ben, "ICP Profiles");
  await ben.getByRole("combobox", { name: "Show" }).click();
  await ben.getByRole("option", { name: "All profiles" }).click();
  await ben.getByText(/^\d ICP profiles$/).waitFor();
  await ben.getByLabel("Search").fill("first");
  await ben.getByLabel("Search").press("Enter");
  await ben.getByText("1 ICP profile matches “first”").waitFor();
  expect(await ben.getByRole("button", { name: "Export all profiles" }).count()).toBe(0);
  await press(ben, "Who may do what");
  await modal(ben, "Who may do what").getByText("ICP admins and all full members").waitFor();
});

it("tells whoever becomes Gus, a guest, or Eve of elsewhere, whose profiles these are, and shows none", async () => {
  const page = await house.open("ana");
  await become(page, "Gus Lind");
  await page.getByText("You act as Gus Lind, guest.").waitFor();
  for (const [at, command] of ["/icp list", "/icp new Mine"].entries()) {
    await send(page, command);
    await page.getByText("Guests can’t see ICP profiles here.").nth(at).waitFor();
  }
  await goTo(page, "ICP Profiles");
  await page.getByText("Guests can’t see ICP profiles here.").waitFor();
  expect(await page.getByText(/First of all|Of Ben/).count()).toBe(0);

  await become(page, "Eve Stone");
  await goTo(page, "partners");
  await send(page, "/icp list");
  await said(page, "The ICP profiles here belong to another workspace.").waitFor();
  expect(await page.getByText(/First of all|Of Ben/).count()).toBe(0);
});

/** Leaves a form, begins another one beside its draft, and saves the draft. */
async function takeUpDraft(page: Page, name: string): Promise<void> {
  const form = modal(page, "New ICP profile");
  await send(page, `/icp new ${name}`);
  await form.getByRole("combobox", { name: "Industries" }).click();
  await page.getByRole("option", { name: "SaaS" }).first().click();
  await page.keyboard.press("Escape");
  await press(form, "Cancel");
  await send(page, "/icp new");
  await press(form, "Start fresh");
  await form.getByText("Only the name is required.").waitFor();
  await press(form, "Cancel");
  await send(page, "/icp new");
  await press(form, "Continue draft");
  await press(form, "Save profile");
  await press(modal(page, "Profile saved"), "Done");
}

async function changeAll(page: Page, name: string): Promise<void> {
  const details = await open(page, name);
  await press(details, `Edit ${name}`);
  const form = modal(page, "Edit ICP profile");
  await form.getByLabel("Daily prospect limit").fill("25");
  await form.getByLabel("Reason").fill("We hired");
  await press(form, "Save changes");
  await modal(page, "Changes saved").getByText("Daily prospect limit: 10 → 25").waitFor();
  await press(modal(page, "Changes saved"), `Details of ${name}`);
  await press(details, `Pause ${name}`);
  await details.getByText("Paused by you.").waitFor();
  await press(details, `Resume ${name}`);
  await details.getByText("Resumed by you.").waitFor();

  await chooseMore(details, "Owner…");
  const owner = modal(page, "Owner");
  await owner.getByRole("combobox", { name: "Who owns it" }).click();
  await page.getByRole("option", { name: "Owen Park" }).click();
  await press(owner, "Save");
  await details.getByText("Owned by Owen Park now.").waitFor();

  await press(details, `History of ${name}`);
  const history = modal(page, "History");
  await history.getByText("Reason: We hired").waitFor();
  await press(history, `Restore revision 1 of ${name}`);
  await history.getByText("Revision 1 is restored.").waitFor();
  await press(history, `Undo the change of ${name}`);
  await history.getByText("Taken back by you.").waitFor();
  await press(history, "Close");
  await details.getByText(/Daily prospect limit\s*25/).waitFor();

  await chooseMore(details, "Make a copy");
  await press(modal(page, "New ICP profile"), "Save profile");
  await press(modal(page, "Profile saved"), "Done");
}

/** Into the archive, back by Undo, and in again: then what is archived, with it restored. */
async function archiveAndBack(page: Page, name: string): Promise<Locator> {
  const details = await open(page, name);
  await chooseMore(details, "Archive…");
  await press(modal(page, "Archive profile"), "Archive");
  await press(modal(page, "Archived"), `Undo the change of ${name}`);
  await details.getByText("Taken back by you.").waitFor();
  await chooseMore(details, "Archive…");
  await press(modal(page, "Archive profile"), "Archive");
  await press(modal(page, "Archived"), "Close");
  const archived = await openArchive(page);
  await press(archived, `Restore ${name}`);
  await archived.getByText(`“${name}”: Back in the list.`).waitFor();
  await press(archived, `Undo the change of ${name}`);
  await press(modal(page, "Archived"), "Close");
  return openArchive(page);
}

async function openArchive(page: Page): Promise<Locator> {
  await send(page, "/icp list");
  await press(said(page, "newest first"), "Archived (1)");
  const archived = modal(page, "Archived profiles");
  await archived.getByText("Page 1 of 1, 1 in all").waitFor();
  return archived;
}

async function open(page: Page, name: string): Promise<Locator> {
  await send(page, `/icp show "${name}"`);
  const details = modal(page, "ICP profile");
  await details.getByRole("heading", { name, exact: true }).waitFor();
  return details;
}
