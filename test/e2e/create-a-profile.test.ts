import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openHouse } from "./house.ts";
import { linesOf, modal, press, said, saveProfile, send } from "./screen.ts";

const house = openHouse();
const gone = { state: "detached" } as const;

it("lets Ana fill in all twelve fields, and shows every value to her and to Ben", async () => {
  const ana = await house.open("ana");
  await send(ana, "/icp new");
  const form = modal(ana, "New ICP profile");
  await typeInto(form, "Name", "Fintech DACH");
  await searchIn(form, "Industries", "fint", "FinTech");
  await searchIn(form, "Industries", "Neobanks", "Neobanks");
  await chooseIn(form, "Company sizes", "51-200", "201-500");
  await searchIn(form, "Countries", "germ", "Germany");
  await searchIn(form, "Countries", "austr", "Austria");
  await searchIn(form, "Job titles", "vp sa", "VP Sales");
  await chooseIn(form, "Seniority levels", "VP", "C-Suite");
  await searchIn(form, "Departments", "sal", "Sales");
  await form.getByRole("checkbox", { name: "Generate prospects from this profile" }).click();
  await typeInto(form, "Daily prospect limit", "25");
  await press(form, "Clear Daily");
  await chooseIn(form, "Schedule", "Daily");
  await typeInto(form, "Minimum confidence", "0,85");
  await typeInto(form, "Description", "Licensed lenders.\nNo pure payment providers.");
  await press(form, "Save profile");

  const saved = modal(ana, "Profile saved");
  await saved.waitFor();
  expect(await linesOf(saved)).toEqual([
    "Profile saved",
    "Fintech DACH",
    "Paused · Up to 25 prospects a day · Kept in this workspace",
    "Companies",
    "FinTech, Neobanks · 51-200, 201-500 · Germany, Austria",
    "People",
    "VP Sales · VP, C-Suite · Sales",
    "The seniority level C-Suite finds nobody, since no job title is of it: add such a title, or remove the level.",
    "Edit",
    "Share…",
    "Details",
    "New profile",
    "Undo",
    "Done",
  ]);
  await press(saved, "Done");
  await send(ana, "/icp list");
  await said(ana, "FinTech, Neobanks · 51-200, 201-500 · VP Sales · Germany, Austria").waitFor();

  const ben = await house.open("ben");
  for (const person of [ana, ben]) {
    await send(person, "/icp list");
    await press(said(person, "1 ICP profile"), "Details of Fintech DACH");
    const details = modal(person, "ICP profile");
    await details.getByText("Finding prospects").waitFor();
    const [, name, facts, ...lines] = await linesOf(details);
    expect([name, facts]).toEqual(["Fintech DACH", expect.stringMatching(/^Paused · .* by @Ana Ruiz$/)]);
    const from = lines.indexOf("Which companies");
    expect(lines.slice(from, from + allValues.length)).toEqual(allValues);
  }
});

const allValues = [
  ["Which companies"],
  ["Industries", "FinTech, Neobanks"],
  ["Company sizes", "51-200, 201-500"],
  ["Countries", "Germany, Austria"],
  ["Which people"],
  ["Job titles", "VP Sales"],
  ["Seniority levels", "VP, C-Suite"],
  ["Departments", "Sales"],
  ["Finding prospects"],
  ["Active", "No, paused"],
  ["Daily prospect limit", "25"],
  ["Schedule", "Daily"],
  ["Minimum confidence", "0.85"],
  ["Description", "Licensed lenders.", "No pure payment providers."],
].flat();

it("tells of a profile with hardly any targets in two lines, however wide the window is", async () => {
  await saveProfile(await house.open("ana"), "Hardly any");
  for (const width of [390, 1400]) {
    const ben = await house.open("ben", { width });
    await send(ben, "/icp list hardly");
    const list = said(ben, "Hardly any");
    const targets = await list.getByText("No targets set").boundingBox();
    const facts = await list.getByText(/^Active · Up to 10/).boundingBox();
    expect(facts?.x).toBe(targets?.x);
    expect(facts?.y).toBeGreaterThan(targets?.y ?? Number.POSITIVE_INFINITY);
  }
});

it("takes Ana from the command to a saved profile without a mouse", async () => {
  const page = await house.open("ana");
  const { keyboard } = page;
  await page.locator("textarea:focus").waitFor();
  await keyboard.type("/icp new");
  await keyboard.press("Enter");
  await modal(page, "New ICP profile")
    .getByRole("textbox", { name: "Name" })
    .and(page.locator(":focus"))
    .waitFor();
  await keyboard.type("By keyboard");
  await keyboard.press("Tab");
  await keyboard.type("saas");
  await page.getByRole("option", { name: "SaaS", exact: true }).waitFor();
  await keyboard.press("Enter");
  await keyboard.press("Escape");
  await keyboard.press("Tab");
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await keyboard.press("Control+Enter");
  const saved = modal(page, "Profile saved");
  await saved.waitFor();
  expect((await linesOf(saved)).slice(1, 5)).toEqual([
    "By keyboard",
    "Active · Up to 10 prospects a day · Kept in this workspace",
    "Companies",
    "SaaS · 11-50",
  ]);
  await keyboard.press("Escape");
  await saved.waitFor(gone);
  await page.locator("textarea:focus").waitFor();
});

it("makes one profile of a double click on Save", async () => {
  const ana = await house.open("ana");
  await send(ana, "/icp new Clicked twice");
  await modal(ana, "New ICP profile").getByRole("button", { name: "Save profile" }).dblclick();
  await press(modal(ana, "Profile saved"), "Done");
  await expectOne(ana, "Clicked twice");
});

it("ends a save whose answer was lost in words, and in one profile however often Ana saves", async () => {
  const ana = await house.open("ana");
  await send(ana, "/icp new Lost and found");
  const form = modal(ana, "New ICP profile");
  await form.waitFor();
  await press(ana, "Weather");
  const strike = ana.getByRole("button", { name: "Ack is lost" });
  await strike.click();
  await strike.getByText("1 to come").waitFor();
  await press(form, "Save profile");
  await ana.getByText("We had some trouble connecting. Try again?").waitFor();
  await press(form, "Save profile");
  await press(modal(ana, "Profile saved"), "Done");
  await expectOne(ana, "Lost and found");
});

it("shows a name that looks like HTML and like Slack’s markup letter for letter", async () => {
  // Short enough for Slack’s 75 characters of a label, with “Details of ” before it.
  const name = "<img src=x onerror=alert(1)><script>1</script> & <!channel> *b*";
  const ana = await house.open("ana");
  await saveProfile(ana, name);
  await send(ana, "/icp list");
  const list = said(ana, "newest first");
  await list.getByText(name, { exact: true }).waitFor();
  await press(list, `Details of ${name}`);
  await modal(ana, "ICP profile").getByRole("heading", { name, exact: true }).waitFor();
  expect(await ana.locator("img[src=x], article script, dialog script").count()).toBe(0);
});

async function expectOne(page: Page, name: string): Promise<void> {
  await send(page, `/icp list "${name}"`);
  await said(page, `1 ICP profile matches “${name.toLowerCase()}”`).waitFor();
}

async function typeInto(form: Locator, field: string, text: string): Promise<void> {
  const input = form.getByRole("textbox", { name: new RegExp(`^${field}`) });
  await input.click({ clickCount: 3 });
  await input.page().keyboard.type(text);
}

async function searchIn(form: Locator, field: string, typed: string, wanted: string): Promise<void> {
  await form.getByRole("combobox", { name: field }).click();
  await form.page().keyboard.type(typed);
  await chooseOption(form.page(), wanted);
  await form.page().keyboard.press("Escape");
}

async function chooseIn(form: Locator, field: string, ...options: string[]): Promise<void> {
  await form.getByRole("combobox", { name: field }).click();
  for (const option of options) await chooseOption(form.page(), option);
  if (options.length > 1) await form.page().keyboard.press("Escape");
}

/** What somebody typed is offered with a remark below it. */
function chooseOption(page: Page, name: string): Promise<void> {
  return page
    .getByRole("option", { name: new RegExp(`^${name}(\\s*Use as typed)?$`) })
    .first()
    .click();
}
