import type { Locator, Page } from "playwright-core";

/** Sends a command, or words for everybody, from where the person is. */
export async function send(page: Page, words: string): Promise<void> {
  // Nothing beside an open modal takes a key.
  await page.locator("dialog[open]").first().waitFor({ state: "detached" });
  const composer = page.getByRole("combobox", { name: /^Message #/ });
  await composer.fill(words);
  await composer.press("Enter");
}

/** The newest message that says something. */
export function said(page: Page, words: string | RegExp): Locator {
  return page.getByRole("article").filter({ hasText: words }).last();
}

export function modal(page: Page, title: string): Locator {
  return page.getByRole("dialog", { name: title, exact: true });
}

export function press(within: Page | Locator, button: string): Promise<void> {
  return within.getByRole("button", { name: button, exact: true }).click();
}

/** Goes to a channel by the sidebar. */
export function goTo(page: Page, channel: string): Promise<void> {
  return page
    .getByRole("navigation", { name: "Channels and apps" })
    .getByRole("button", { name: channel })
    .click();
}

/** Chooses behind the three dots. */
export async function chooseMore(shown: Locator, entry: string): Promise<void> {
  await press(shown, "More actions");
  await shown.page().getByRole("menuitem", { name: entry, exact: true }).click();
}

/** Acts as somebody else from now on. */
export async function become(page: Page, realName: string): Promise<void> {
  await page.getByRole("button", { name: /^Acting as / }).click();
  await page.getByRole("menuitemradio", { name: realName }).click();
  await page.getByRole("button", { name: `Acting as ${realName}` }).waitFor();
}

/** Saves a profile that has a name and nothing else that matters, and closes what is open. */
export async function saveProfile(page: Page, name: string): Promise<void> {
  await send(page, `/icp new ${name}`);
  await press(modal(page, "New ICP profile"), "Save profile");
  await press(modal(page, "Profile saved"), "Done");
}

/** Shares what a modal shows where the person is, and closes everything. */
export async function share(shown: Locator, name: string): Promise<void> {
  const page = shown.page();
  await press(shown, `Share ${name}`);
  await press(modal(page, "Share profile"), "Share");
  const told = modal(page, "Shared");
  await told.getByText(`“${name}” is shared. Everybody in the channel can read it.`).waitFor();
  await press(told, "Close all");
}

/** The words of a view or message, line by line. */
export async function linesOf(shown: Locator): Promise<string[]> {
  const text = await shown.innerText();
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
