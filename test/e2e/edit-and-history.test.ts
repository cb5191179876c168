import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openHouse } from "./house.ts";
import { modal, press, said, saveProfile, send } from "./screen.ts";

const house = openHouse();

it("lets Ana and Owen edit one profile at once, undo, restore and archive, without a change being lost", async () => {
  const [ana, owen] = await Promise.all([house.open("ana"), house.open("owen")]);
  await saveProfile(ana, "Edited by two");
  for (const person of [ana, owen]) {
    await send(person, "/icp show edited");
    await press(modal(person, "ICP profile"), "Edit Edited by two");
  }
  await save(ana, { "Daily prospect limit": "25", Description: "Banks" });
  await modal(ana, "Changes saved").getByText("Description: nothing → “Banks”").waitFor();
  await save(owen, { "Daily prospect limit": "50", Description: "Banks" });

  const conflict = modal(owen, "Changed meanwhile");
  await conflict.getByText(/by @Ana Ruiz, while your form was open/).waitFor();
  expect(await conflict.getByRole("radio", { checked: true }).count()).toBe(0);
  await conflict.getByRole("radio", { name: /As I have it/ }).check();
  await press(conflict, "Save what I chose");
  const saved = modal(owen, "Changes saved");
  await saved.getByText("Daily prospect limit: 25 → 50").waitFor();
  await press(saved, "Undo the change of Edited by two");
  const details = modal(owen, "ICP profile");
  await details.getByText("Taken back by you.").waitFor();

  await press(details, "History of Edited by two");
  const history = modal(owen, "History");
  await history.getByText("Took back revision 3").waitFor();
  await press(history, "Restore revision 3 of Edited by two");
  await history.getByText("Revision 3 is restored.").waitFor();
  await press(history, "Close");
  await details.getByText(/Daily prospect limit\s*50/).waitFor();

  await press(details, "More actions");
  await owen.getByRole("menuitem", { name: "Archive…" }).click();
  await press(modal(owen, "Archive profile"), "Archive");
  await press(modal(owen, "Archived"), "Close");
  await send(owen, "/icp list");
  await press(said(owen, "No ICP profiles yet."), "Archived (1)");
  const archived = modal(owen, "Archived profiles");
  await press(archived, "Restore Edited by two");
  await archived.getByText("“Edited by two”: Back in the list.").waitFor();
});

async function save(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  const form = modal(page, "Edit ICP profile");
  for (const [label, text] of Object.entries(fields)) await form.getByLabel(label).fill(text);
  await press(form, "Save changes");
}
