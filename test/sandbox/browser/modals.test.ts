import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { faultsIn, pageFolder, startBrowsing } from "../../support/browse.ts";
import { actions, button, input, modal, option, plain, section, textInput } from "../server/block-kit.ts";
import { openModal, setStage } from "../server/stage.ts";

const browsing = startBrowsing();

const form = modal([
  textInput("Name", { max_length: 10, focus_on_load: true }, { hint: plain("Up to 10.") }),
  textInput("About", { multiline: true }, { optional: true }),
  input("Limit", { type: "number_input", is_decimal_allowed: true, max_value: "10" }, { optional: true }),
  input(
    "Sizes",
    {
      type: "multi_static_select",
      max_selected_items: 2,
      options: [option("Small"), option("Medium"), option("Large")],
    },
    { optional: true },
  ),
  input(
    "Industries",
    { type: "multi_external_select", min_query_length: 0, placeholder: plain("Type to search") },
    { optional: true },
  ),
  input("Pace", { type: "radio_buttons", options: [option("Daily"), option("Weekly")] }, { optional: true }),
  input("Start", { type: "datepicker" }, { optional: true }),
  input(
    "Channel",
    {
      type: "conversations_select",
      filter: { include: ["public"], exclude_external_shared_channels: true },
    },
    { optional: true },
  ),
]);

/** Ana, and the modal that is shown to her. */
async function shown(view: object = form, width = 1280) {
  const stage = await setStage({ page: pageFolder });
  const page = await browsing.open(stage.slack.url, { width });
  await page.getByPlaceholder("Message #general").waitFor();
  await openModal(stage, view);
  await page.getByRole("dialog").waitFor();
  return { ...stage, page, dialog: page.getByRole("dialog").last() };
}

const focused = (page: Page) => page.locator(":focus");
const gone = { state: "detached" } as const;

describe("a form", () => {
  it("goes from the first key to the app by keyboard alone, with everything that it holds", async () => {
    const { app, page, dialog } = await shown();
    app.on("block_suggestion", ({ value }) => ({ body: { options: [option(`${value}Tech`)] } }));
    await page.keyboard.type("Fintech DACH");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Lenders");
    await page.keyboard.press("Enter");
    await page.keyboard.type("only");
    await page.keyboard.press("Tab");
    await page.keyboard.type("0x,7");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Fin");
    await page.getByRole("option", { name: "FinTech" }).waitFor();
    await page.keyboard.press("Enter");
    await dialog.getByLabel("Daily").focus();
    await page.keyboard.press("Space");
    await dialog.getByLabel("Start").fill("2026-05-20");
    await dialog.getByRole("combobox", { name: "Channel" }).focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.getByRole("option").allInnerTexts()).toEqual(["#general", "#sales"]);
    await page.keyboard.press("Enter");
    await dialog.getByLabel("Name").focus();
    await page.keyboard.press("Enter");
    await dialog.waitFor(gone);

    const { values } = app.last("view_submission").view.state;
    expect(values).toMatchObject({
      name: { value: { value: "Fintech DA" } },
      about: { value: { value: "Lenders\nonly" } },
      limit: { value: { value: "0,7" } },
      sizes: { value: { selected_options: [{ value: "Large" }] } },
      industries: { value: { selected_options: [{ value: "FinTech" }] } },
      pace: { value: { selected_option: { value: "Daily" } } },
      start: { value: { selected_date: "2026-05-20" } },
    });
    expect(values.channel.value.selected_conversation).toMatch(/^C/);
  });

  it("keeps what Ana typed when a field is refused, and takes her to it", async () => {
    const { app, page, dialog } = await shown();
    await dialog.getByLabel("About").fill("Lenders");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("This is a required field").waitFor();

    expect(await focused(page).getAttribute("aria-invalid")).toBe("true");
    expect(
      await dialog.getByLabel("Name").evaluate((field) => field === field.ownerDocument.activeElement),
    ).toBe(true);
    const described = (await focused(page).getAttribute("aria-describedby"))?.split(" ") ?? [];
    const words = await Promise.all(described.map((id) => page.locator(`[id="${id}"]`).innerText()));
    expect(words).toEqual(["This is a required field", "Up to 10."]);
    expect(await dialog.getByLabel("About").inputValue()).toBe("Lenders");
    expect(app.count("view_submission")).toBe(0);
  });

  it("keeps what Ana typed through an update exactly where block, action and type stay", async () => {
    const stage = await shown();
    const { page, dialog, call, ana } = stage;
    await dialog.getByLabel("Name").fill("Fintech");
    await dialog.getByLabel("About").fill("Lenders");
    const [name = {}, about] = form.blocks;
    const view = modal([section("Redrawn"), name, { ...about, block_id: "about-2" }]);
    await call("views.update", { view_id: ana.modal?.id, view });
    await page.getByText("Redrawn").waitFor();
    expect(await dialog.getByLabel("Name").inputValue()).toBe("Fintech");
    expect(await dialog.getByLabel("About").inputValue()).toBe("");
  });

  it("forgets what was typed once it is closed", async () => {
    const stage = await shown();
    const { page, dialog } = stage;
    await dialog.getByLabel("Name").fill("Fintech");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor(gone);
    await openModal(stage, form);
    expect(await page.getByRole("dialog").getByLabel("Name").inputValue()).toBe("");
  });

  it("is there again after a reload, and goes from one tab when it is saved in another", async () => {
    const { page, dialog, slack } = await shown();
    await page.reload();
    await dialog.getByRole("textbox", { name: "Name" }).waitFor();
    expect(await focused(page).getAttribute("id")).toBe(
      await dialog.getByRole("textbox", { name: "Name" }).getAttribute("id"),
    );
    const other = await browsing.open(slack.url);
    await other.getByRole("textbox", { name: "Name" }).fill("Fintech");
    await other.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor(gone);
    await expect.poll(() => focused(page).getAttribute("aria-label")).toMatch(/^Message/);
  });

  it("sends one submission for a double click, and shows that it is under way", async () => {
    const { app, dialog } = await shown();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    app.on("view_submission", async () => {
      await held;
      return undefined;
    });
    await dialog.getByLabel("Name").fill("Fintech");
    const save = dialog.getByRole("button", { name: "Save" });
    await save.dblclick();
    await save.click();
    expect(await save.getAttribute("aria-busy")).toBe("true");
    release();
    await dialog.waitFor(gone);
    expect(app.count("view_submission")).toBe(1);
  });

  it("sends from a text of many lines with Ctrl+Enter", async () => {
    const { app, page, dialog } = await shown();
    await dialog.getByLabel("Name").fill("Fintech");
    await dialog.getByLabel("About").fill("Lenders");
    await page.keyboard.press("Control+Enter");
    await dialog.waitFor(gone);
    expect(app.count("view_submission")).toBe(1);
  });

  it("takes no more options than the app allows, and gives the last one back to Backspace", async () => {
    const { page, dialog } = await shown();
    const sizes = dialog.getByRole("combobox", { name: "Sizes" });
    await sizes.click();
    for (const size of ["Small", "Medium"]) await page.getByRole("option", { name: size }).click();
    await sizes.press("End");
    await sizes.press("Enter");
    await page.getByText("No more than 2 can be chosen.").waitFor();
    const chips = dialog.getByRole("listitem");
    expect(await chips.allInnerTexts()).toEqual(["Small", "Medium"]);
    await sizes.press("Backspace");
    expect(await chips.allInnerTexts()).toEqual(["Small"]);
    await page.getByRole("button", { name: "Remove Small" }).click();
    expect(await chips.count()).toBe(0);
  });
});

describe("a stack", () => {
  const step = (title: string) => modal([section(title), actions(button("Deeper"))], { title: plain(title) });

  async function threeDeep() {
    const stage = await shown(step("One"));
    let next = "Two";
    stage.app.on("block_actions", async ({ trigger_id }) => {
      await stage.call("views.push", { trigger_id, view: step(next) });
      return undefined;
    });
    for (next of ["Two", "Three"]) {
      await stage.page.getByRole("dialog").last().getByRole("button", { name: "Deeper" }).click();
      await stage.page.getByRole("dialog", { name: next }).waitFor();
    }
    return stage;
  }

  it("goes down one with Esc, and to the button that led on", async () => {
    const { page } = await threeDeep();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Three" }).waitFor(gone);
    expect(await page.locator("dialog[open]").count()).toBe(2);
    expect(await focused(page).innerText()).toBe("Deeper");
  });

  it("goes all at once with ×, and the focus is where it was before", async () => {
    const { page } = await threeDeep();
    await page.getByRole("dialog", { name: "Three" }).getByRole("button", { name: "Close all" }).click();
    await page.getByRole("dialog", { name: "One" }).waitFor(gone);
    expect(await focused(page).getAttribute("aria-label")).toMatch(/^Message/);
  });
});

describe("a type-ahead", () => {
  it("closes its list with the first Esc and the modal with the second", async () => {
    const { app, page, dialog } = await shown();
    app.on("block_suggestion", () => ({ body: { options: [option("SaaS")] } }));
    await dialog.getByRole("combobox", { name: "Industries" }).click();
    await page.getByRole("option").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("option").waitFor(gone);
    expect(await dialog.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await dialog.waitFor(gone);
  });

  it("never shows a late answer to an older question", async () => {
    const { app, page, dialog } = await shown();
    const held = new Map<string, () => void>();
    app.on("block_suggestion", async ({ value }) => {
      if (value === "f") await new Promise<void>((resolve) => held.set(value, resolve));
      return { body: { options: [option(`for ${value}`)] } };
    });
    const industries = dialog.getByRole("combobox", { name: "Industries" });
    // Slack gives up an app that takes too long, which a busy machine may bring about before it is let go.
    const answered = page.waitForResponse(
      (response) => response.request().postData()?.includes('"query":"f"') === true,
    );
    await industries.fill("f");
    await expect.poll(() => held.has("f")).toBe(true);
    await industries.fill("fi");
    await page.getByRole("option", { name: "for fi" }).waitFor();
    held.get("f")?.();
    await (await answered).finished();
    expect(await page.getByRole("option").allInnerTexts()).toEqual(["for fi"]);
  });
});

it.each([
  [1280, false],
  [390, true],
])(
  "has no serious fault for those who listen or use keys alone, at %i px, dark: %s",
  async (width, isDark) => {
    const stage = await setStage({ page: pageFolder });
    const page = await browsing.open(stage.slack.url, { width, isDark });
    await openModal(stage, form);
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("This is a required field").waitFor();
    await dialog.getByRole("combobox", { name: "Sizes" }).click();
    await page.getByRole("option").first().click();
    expect(await faultsIn(page)).toEqual([]);
  },
);
