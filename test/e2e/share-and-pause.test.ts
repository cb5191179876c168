import { expect, it } from "vitest";
import { openHouse } from "./house.ts";
import { goTo, modal, press, said, saveProfile, send, share } from "./screen.ts";

const house = openHouse();

it("shows everybody in #general the card that Ana shares, and Gus no more than that", async () => {
  const [ana, ben, gus] = await Promise.all([house.open("ana"), house.open("ben"), house.open("gus")]);
  await saveProfile(ana, "Shared");
  await send(ana, "/icp show shared");
  await share(modal(ana, "ICP profile"), "Shared");

  const card = said(ben, "Ana Ruiz shared an ICP profile");
  await press(card, "Details of Shared");
  const details = modal(ben, "ICP profile");
  await details.getByText("Changing it needs the icp:write scope, which you don’t hold.").waitFor();
  expect(await details.getByRole("button").allInnerTexts()).toEqual(["", "Share…", "History", "Close"]);

  await press(said(gus, "Ana Ruiz shared an ICP profile"), "Details of Shared");
  await gus.getByText("Guests can’t see ICP profiles here.").waitFor();
});

it("pauses a profile in its details, on its card and in the list, and resumes it", async () => {
  const ana = await house.open("ana");
  await send(ana, "/icp new Paused and resumed");
  await press(modal(ana, "New ICP profile"), "Save profile");
  await share(modal(ana, "Profile saved"), "Paused and resumed");

  const card = said(ana, "Ana Ruiz shared an ICP profile");
  for (const [button, after] of [
    ["Pause", "Paused"],
    ["Resume", "Active"],
  ] as const) {
    const filter = after.toLowerCase();
    await press(card, "Details of Paused and resumed");
    const details = modal(ana, "ICP profile");
    await press(details, `${button} Paused and resumed`);
    await details.getByText(`${after} · kept in this workspace`).waitFor();
    await press(details, "Close");
    await card.getByText(`${after} · last changed`).waitFor();
    await send(ana, `/icp list resumed ${filter}`);
    await said(ana, `1 ${filter} ICP profile matches “resumed”`).waitFor();
  }
});

it("leaves the channels that other organizations see out of those to share into", async () => {
  const ana = await house.open("ana");
  await goTo(ana, "sales");
  await saveProfile(ana, "Internal");
  await send(ana, "/icp show internal");
  await press(modal(ana, "ICP profile"), "Share Internal");
  const channel = modal(ana, "Share profile").getByRole("combobox", { name: "Channel" });
  await channel.click();
  expect(await channel.getAttribute("placeholder")).toBe("#sales");
  expect(await ana.getByRole("option").allInnerTexts()).toEqual(["#general", "#sales", "#leads-private"]);
});
