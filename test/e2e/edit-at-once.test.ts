import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { saveProfiles } from "../support/save-profiles.ts";
import { openHouse } from "./house.ts";
import { modal, press, send } from "./screen.ts";

const house = openHouse();

it("lets Ana and Ben, a member, edit one profile at once without a change being lost", async () => {
  await letMembersWrite();
  await saveProfiles(house.slack.person("ana"), ["Edited by two"]);
  const [ana, ben] = await Promise.all([house.open("ana"), house.open("ben")]);
  for (const person of [ana, ben]) {
    await send(person, "/icp show edited");
    await press(modal(person, "ICP profile"), "Edit Edited by two");
  }
  await save(ana, { "Daily prospect limit": "25", Description: "Banks" });
  await modal(ana, "Changes saved").getByText("Description: nothing → “Banks”").waitFor();
  await save(ben, { "Daily prospect limit": "50", Description: "Banks" });

  const conflict = modal(ben, "Changed meanwhile");
  await conflict.getByText(/by @Ana Ruiz, while your form was open/).waitFor();
  expect(await conflict.getByRole("radio", { checked: true }).count()).toBe(0);
  await conflict.getByRole("radio", { name: /As I have it/ }).check();
  await press(conflict, "Save what I chose");
  const saved = modal(ben, "Changes saved");
  await saved.getByText("Daily prospect limit: 25 → 50").waitFor();
  await press(saved, "Undo the change of Edited by two");
  await modal(ben, "ICP profile").getByText("Taken back by you.").waitFor();
});

async function letMembersWrite(): Promise<void> {
  const owen = house.slack.person("owen");
  await owen.types("/icp access");
  await owen.fills({
    "Who may create and change profiles (icp:write)": "ICP admins and all full members",
  });
  await owen.saves();
  await owen.sees("══ Saved");
  await owen.closes();
}

async function save(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  const form = modal(page, "Edit ICP profile");
  for (const [label, text] of Object.entries(fields)) await form.getByLabel(label).fill(text);
  await press(form, "Save changes");
}
