import { expect, it } from "vitest";
import { saveProfiles } from "../support/save-profiles.ts";
import { openHouse } from "./house.ts";
import { goTo, modal, press, said, send, share } from "./screen.ts";

const house = openHouse();

it("shows everybody in #general the card that Ana shares, Gus no more than that, and on it how Ana pauses and resumes", async () => {
  const [ana, ben, gus] = await Promise.all([house.open("ana"), house.open("ben"), house.open("gus")]);
  await saveProfiles(house.slack.person("ana"), ["Shared"]);
  await send(ana, "/icp show shared");
  await share(modal(ana, "ICP profile"), "Shared");

  const card = said(ben, "Ana Ruiz shared an ICP profile");
  await press(card, "Details of Shared");
  const details = modal(ben, "ICP profile");
  await details.getByText("Changing it needs the icp:write scope, which you don’t hold.").waitFor();
  expect(await details.getByRole("button").allInnerTexts()).toEqual(["", "Share…", "History", "Close"]);

  await press(said(gus, "Ana Ruiz shared an ICP profile"), "Details of Shared");
  await gus.getByText("Guests can’t see ICP profiles here.").waitFor();

  for (const [button, after] of [
    ["Pause", "Paused"],
    ["Resume", "Active"],
  ] as const) {
    const filter = after.toLowerCase();
    await press(said(ana, "Ana Ruiz shared an ICP profile"), "Details of Shared");
    const shown = modal(ana, "ICP profile");
    await press(shown, `${button} Shared`);
    await shown.getByText(`${after} · kept in this workspace`).waitFor();
    await press(shown, "Close");
    await card.getByText(`${after} · last changed`).waitFor();
    await send(ana, `/icp list shared ${filter}`);
    await said(ana, `1 ${filter} ICP profile matches “shared”`).waitFor();
  }
});

it("leaves the channels that other organizations see out of those to share into", async () => {
  const ana = await house.open("ana");
  await goTo(ana, "sales");
  await saveProfiles(house.slack.person("ana"), ["Internal"]);
  await send(ana, "/icp show internal");
  await press(modal(ana, "ICP profile"), "Share Internal");
  const channel = modal(ana, "Share profile").getByRole("combobox", { name: "Channel" });
  await channel.click();
  expect(await channel.getAttribute("placeholder")).toBe("#sales");
  expect(await ana.getByRole("option").allInnerTexts()).toEqual(["#general", "#sales", "#leads-private"]);
});
