import { expect, it } from "vitest";
import { openHouse } from "./house.ts";
import { goTo, modal, press, said, saveProfile, send, share } from "./screen.ts";

/** Cobalt, the sandbox’s third workspace, keeps its profiles in a Kashew. */
const house = openHouse();

const cannot = "Kashew’s API can’t change, pause or archive a profile, and tells of no owner and no history.";
const noScope = "You can’t create ICP profiles here yet.";

it("lets Lea list, open, share, copy and create in Kashew, and says what can’t be done there", async () => {
  const lea = await house.open("lea");
  await send(lea, "/icp list");
  const list = said(lea, "kept in Kashew, read");
  await press(list, "Details of Manufacturers Nordics");
  const details = modal(lea, "ICP profile");
  await details.getByText(`${cannot} Change it in Kashew, or create a corrected copy.`).waitFor();
  expect(await details.getByRole("button").allInnerTexts()).toEqual([
    "",
    "Share…",
    "Create a corrected copy",
    "Close",
  ]);
  await press(details, "Create a corrected copy of Manufacturers Nordics");
  const form = modal(lea, "New ICP profile");
  await form.getByText("A copy of “Manufacturers Nordics”. Nothing is saved yet.").waitFor();
  await form.getByLabel("Name").fill("Makers of machines");
  await press(form, "Save profile");
  await share(modal(lea, "Profile saved"), "Makers of machines");
  await saveProfile(lea, "Made by Lea");
  await goTo(lea, "ICP Profiles");
  await lea.getByText("4 active ICP profiles").waitFor();
  await lea.getByText("so nothing can be undone here").waitFor();
  expect(await lea.getByRole("button", { name: /^Undo/ }).count()).toBe(0);
});

it("shows Tom, a member, the same profiles and the home, and who may create there", async () => {
  const tom = await house.open("tom");
  await press(said(tom, "Lea Frey shared an ICP profile"), "Details of Makers of machines");
  const details = modal(tom, "ICP profile");
  await details.getByText("whoever may create profiles here can make a corrected copy").waitFor();
  expect(await details.getByRole("button").allInnerTexts()).toEqual(["", "Share…", "Close"]);
  await press(details, "Close");
  await send(tom, "/icp new Mine");
  await said(tom, noScope).getByText("Can grant it: @Lea Frey.").waitFor();
  await goTo(tom, "ICP Profiles");
  await tom.getByText("4 active ICP profiles").waitFor();
});
