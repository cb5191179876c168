import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openHouse } from "./house.ts";
import { become, chooseMore, goTo, modal, press, said, saveProfile, send } from "./screen.ts";

/** For many presses on a machine that is busy. */
const patience = { timeout: 60_000 };
const house = openHouse();

it("lets Ana, who owns the workspace, set in her home that members may write, and export what there is", async () => {
  const ana = await house.open("ana");
  await saveProfile(ana, "First of all");
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

it.each(["ana", "ben"])(
  "lets %s, who may write, do to a profile whatever can be done to it",
  patience,
  async (who) => {
    const page = await house.open(who);
    await takeUpDraft(page, `Of ${who}`);
    await changeAll(page, `Of ${who}`);
  },
);

it.each(["ben", "ana"])(
  "lets %s archive a profile and take it back, and Ana alone delete it for good",
  patience,
  async (who) => {
    const page = await house.open(who);
    const name = `Archived by ${who}`;
    await saveProfile(page, name);
    const archived = await archiveAndBack(page, name);
    const remove = archived.getByRole("button", { name: `Delete ${name} for good` });
    expect(await remove.count()).toBe(who === "ana" ? 1 : 0);
    if (who === "ben") return press(archived, `Restore ${name}`);
    await remove.click();
    const form = modal(page, "Delete for good");
    await form.getByLabel("Type its name").fill(name);
    await press(form, "Delete for good");
    await archived.getByText(`“${name}” is deleted for good.`).waitFor();
  },
);

it.each(["ana", "ben"])(
  "lets %s search and filter in the app’s home, and see there what is theirs to set",
  async (who) => {
    const page = await house.open(who);
    await goTo(page, "ICP Profiles");
    await page.getByRole("combobox", { name: "Show" }).click();
    await page.getByRole("option", { name: "All profiles" }).click();
    await page.getByText(/^\d ICP profiles$/).waitFor();
    await page.getByLabel("Search").fill("first");
    await page.getByLabel("Search").press("Enter");
    await page.getByText("1 ICP profile matches “first”").waitFor();
    const isAdmin = who === "ana";
    expect(await page.getByRole("button", { name: "Export all profiles" }).count()).toBe(isAdmin ? 1 : 0);
    await press(page, isAdmin ? "Set who may do what" : "Who may do what");
    await modal(page, "Who may do what").getByText("ICP admins and all full members").waitFor();
  },
);

it("tells whoever becomes Gus, a guest, or Eve of elsewhere, whose profiles these are, and shows none", async () => {
  const page = await house.open("ana");
  await become(page, "Gus Lind");
  await page.getByText("You act as Gus Lind, guest.").waitFor();
  await send(page, "/icp list");
  await said(page, "Guests can’t see ICP profiles here.").waitFor();
  await goTo(page, "ICP Profiles");
  await page.getByText("Guests can’t see ICP profiles here.").waitFor();
  expect(await page.getByText(/First of all|Of (ana|ben)/).count()).toBe(0);

  await become(page, "Eve Stone");
  await goTo(page, "partners");
  await send(page, "/icp list");
  await said(page, "The ICP profiles here belong to another workspace.").waitFor();
  expect(await page.getByText(/First of all|Of (ana|ben)/).count()).toBe(0);
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
  await send(page, "/icp list");
  await press(said(page, "newest first"), "Archived (1)");
  const archived = modal(page, "Archived profiles");
  await press(archived, `Restore ${name}`);
  await archived.getByText(`“${name}”: Back in the list.`).waitFor();
  await press(archived, `Undo the change of ${name}`);
  await press(modal(page, "Archived"), "Close");
  await send(page, "/icp list");
  await press(said(page, "newest first"), "Archived (1)");
  await archived.getByText("Page 1 of 1, 1 in all").waitFor();
  return archived;
}

async function open(page: Page, name: string): Promise<Locator> {
  await send(page, `/icp show "${name}"`);
  const details = modal(page, "ICP profile");
  await details.getByRole("heading", { name, exact: true }).waitFor();
  return details;
}
