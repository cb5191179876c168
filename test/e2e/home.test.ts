import { expect, it } from "vitest";
import { saveProfiles } from "../support/save-profiles.ts";
import { openHouse } from "./house.ts";
import { goTo, modal, press } from "./screen.ts";

const house = openHouse();

it("shows Owen in his home what Ana does, finds it there, and takes it back", async () => {
  const owen = await house.open("owen");
  await goTo(owen, "ICP Profiles");
  await owen.getByText("No ICP profiles yet.").waitFor();
  await saveProfiles(house.slack.person("ana"), ["Seen at home"]);
  await owen.getByText("1 active ICP profile").waitFor({ timeout: 12_000 });
  await owen.getByText("Seen at home: created").waitFor();
  await press(owen, "Details of Seen at home");
  await press(modal(owen, "ICP profile"), "Pause Seen at home");
  await press(modal(owen, "ICP profile"), "Close");
  await owen.getByText("Seen at home: paused").waitFor({ timeout: 12_000 });
  await press(owen, "Undo the change of Seen at home");
  await press(modal(owen, "ICP profile"), "Close");
  await owen.getByText("1 active ICP profile").waitFor({ timeout: 12_000 });
  expect(await owen.getByRole("button", { name: "Export all profiles" }).isVisible()).toBe(true);
});
