import { expect, it } from "vitest";
import { opens } from "../support/gestures.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { openHouse } from "./house.ts";
import { goTo, linesOf, modal, press, said, saveProfile, send } from "./screen.ts";

const house = openHouse();

it("tells Ben who may create profiles, and still shows him those there are", async () => {
  await saveProfiles(house.slack.person("ana"), ["Seen by Ben"]);
  const ben = await house.open("ben");
  await send(ben, "/icp list");
  const list = said(ben, "1 ICP profile");
  await list.getByText("Seen by Ben").waitFor();
  expect(await list.getByRole("button").allInnerTexts()).toEqual(["Details"]);

  await send(ben, "/icp new Ben’s own");
  const refusal = said(ben, "You can’t create ICP profiles here yet.");
  await refusal.getByText("That needs the icp:write scope in this workspace.").waitFor();
  await refusal.getByText("Can grant it: @Ana Ruiz and @Owen Park.").waitFor();
  await refusal.getByRole("button", { name: "Request access to create ICP profiles" }).waitFor();
  await refusal.getByRole("button", { name: "View profiles" }).waitFor();
});

const stranger =
  "The ICP profiles here belong to Acme. People of other workspaces and organizations can’t see them.";

it("answers Eve alone, in words, where a channel with a card was opened to her organization later", async () => {
  const ana = house.slack.person("ana").goesTo("sales");
  await saveProfiles(ana, ["Shared too early"]);
  await opens(ana, "shared too early", "Share…");
  await ana.saves();
  await ana.sees("is shared.");
  await ana.closes({ all: true });
  openToStone("sales");

  const eve = await house.open("eve");
  await goTo(eve, "sales");
  const card = said(eve, "Ana Ruiz shared");
  await press(card, "Refresh Shared too early");
  await said(eve, stranger).getByText("Only visible to you").waitFor();
  await press(card, "Details of Shared too early");
  await eve.getByText(stranger).nth(1).waitFor();
  ana.seesNot(stranger);
});

function openToStone(channelName: string): void {
  const channel = house.slack.seed.channels.find(({ name }) => name === channelName);
  channel?.members.push("U0EVE");
  if (channel !== undefined) channel.sharedWith = ["T0STONE"];
  house.slack.refresh();
}

it("tells Finn which plan Beta Freight lacks, and lets him create once the lever is turned", async () => {
  const finn = await house.open("finn");
  await send(finn, "/icp new Freight");
  const refusal = modal(finn, "Plan too small");
  await refusal.waitFor();
  expect(await linesOf(refusal)).toEqual([
    "Plan too small",
    "ICP profiles need the Pro plan or higher.",
    "This workspace is on Free.",
    "Whoever operates this app sets the plan; nobody in Slack can.",
    expect.stringMatching(/^Pro includes 500 requests an hour and 200 writes a day; Max includes/),
    "Check again",
    "Close",
  ]);
  await press(refusal, "Close");
  // Whoever turns it sees it turned at once; it is once somebody else sees it.
  const owen = await house.open("owen");
  const plan = "Plan of Beta Freight";
  await Promise.all([press(finn, "Weather"), press(owen, "Weather")]);
  await finn.getByLabel(plan).selectOption("Pro");
  await expect.poll(() => owen.getByLabel(plan).inputValue()).toBe("pro");
  await saveProfile(finn, "Freight");
  await send(finn, "/icp list");
  await said(finn, "1 ICP profile").getByText("Freight", { exact: true }).waitFor();
});
