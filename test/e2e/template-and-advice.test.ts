import { expect, it } from "vitest";
import { archives } from "../support/gestures.ts";
import { openHouse } from "./house.ts";
import { modal, press, said, send } from "./screen.ts";

const house = openHouse();

it("fills Ana's form from a template, keeps the name she typed, advises her as she chooses, and saves it", async () => {
  const ana = await house.open("ana");
  await send(ana, "/icp new");
  const form = modal(ana, "New ICP profile");
  await form.getByRole("textbox", { name: "Name" }).fill("Ours");
  await form.getByText("No target field is filled").waitFor();
  await form.getByRole("combobox", { name: "Start from a template" }).click();
  await ana.getByRole("option", { name: /^Enterprise SaaS/ }).click();
  await form.getByText("Filled from Enterprise SaaS. As you had it: Name.").waitFor();
  await form.getByText("Nothing to point out.").waitFor();
  expect(await form.getByRole("textbox", { name: "Name" }).inputValue()).toBe("Ours");

  await form.getByRole("textbox", { name: "Name" }).fill("Ours, but for");
  const sizes = form.getByRole("combobox", { name: "Company sizes" });
  await sizes.click();
  await ana.getByRole("option", { name: "201-500", exact: true }).click();
  await form.getByText("“500+” and “201-500” at 500 employees").waitFor();
  expect(await form.getByRole("textbox", { name: "Name" }).inputValue()).toBe("Ours, but for");
  await sizes.press("Escape");
  await press(form, "Save profile");
  await modal(ana, "Profile saved").getByText("500+, 201-500").waitFor();
  await press(modal(ana, "Profile saved"), "Done");
  await modal(ana, "Profile saved").waitFor({ state: "detached" });
});

it("opens the filled form from an empty list", async () => {
  const archivist = house.slack.person("owen");
  await archives(archivist, "ours");
  await archivist.closes({ all: true });
  const owen = await house.open("owen");
  await send(owen, "/icp list");
  await said(owen, "The only ICP profile is archived.")
    .getByRole("combobox", { name: "Start from a template" })
    .click();
  await owen.getByRole("option", { name: /^Manufacturing/ }).click();
  await modal(owen, "New ICP profile").getByText("Filled from Manufacturing.").waitFor();
});
