import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { faultsIn, pageFolder, startBrowsing } from "../../support/browse.ts";
import { actions, button, modal, plain, section, textInput } from "../server/block-kit.ts";
import { openModal, setStage } from "../server/stage.ts";

const browsing = startBrowsing();
const gone = { state: "detached" } as const;

/** Ana, a panel beside her channel, and a form over it. */
async function shown(panel: "Inspector" | "Weather" | undefined, width = 1280) {
  const stage = await setStage({ page: pageFolder });
  const page = await browsing.open(stage.slack.url, { width });
  await page.getByPlaceholder("Message #general").waitFor();
  if (panel !== undefined) await tool(page, panel).click();
  await openModal(stage, modal([textInput("Name"), actions(button("Help"))]));
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  return { ...stage, page, dialog };
}

const tool = (page: Page, name: string) => page.locator(".tools").getByRole("button", { name, exact: true });
const focused = (page: Page) => page.locator(":focus");
const isFocusIn = (page: Page, selector: string) =>
  focused(page).evaluate((element, box) => element.closest(box) !== null, selector);

describe("beside an open form", () => {
  it("looks at the exchange that opened it, and lets the next answer be lost", async () => {
    const { page, dialog, app } = await shown("Inspector");
    await page.getByRole("button", { name: /views\.open/ }).click();
    await page.getByText("trigger_id").first().waitFor();
    await tool(page, "Weather").click();
    await page.getByRole("button", { name: /Too many requests/ }).click();
    await page.getByText("1 to come").waitFor();
    await dialog.getByLabel("Name").fill("Fintech");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor(gone);
    expect(app.last("view_submission").view.state.values.name.value.value).toBe("Fintech");
  });

  it("becomes somebody else, who has no form, and comes back to it", async () => {
    const { page, dialog } = await shown(undefined);
    await page.getByRole("button", { name: /Ana Ruiz/ }).click();
    await page.getByRole("menuitemradio", { name: /Ben Ito/ }).click();
    await dialog.waitFor(gone);
    await page.getByRole("button", { name: /Ben Ito/ }).click();
    await page.getByRole("menuitemradio", { name: /Ana Ruiz/ }).click();
    await dialog.waitFor();
  });

  it("leaves the channel, the composer, the shortcuts and the search alone", async () => {
    const { page, dialog } = await shown("Inspector");
    for (const at of [".sidebar", ".middle", ".top-bar .jump-button", ".menu:has([title=Shortcuts])"]) {
      expect(await page.locator(at).first().getAttribute("inert")).not.toBeNull();
    }
    await page.keyboard.press("Control+k");
    await page.mouse.click(280, 800);
    await page.keyboard.type("typed");
    expect(await page.getByPlaceholder("Message #general").inputValue()).toBe("");
    expect(await page.getByRole("dialog").count()).toBe(1);
    await page.keyboard.press("Escape");
    await dialog.waitFor(gone);
  });

  it("goes round in the form with Tab, out of it and back with F6", async () => {
    const { page, dialog } = await shown("Weather");
    await dialog.getByRole("button", { name: "Save" }).focus();
    await page.keyboard.press("Tab");
    expect(await focused(page).getAttribute("aria-label")).toBe("Close all");
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page).innerText()).toBe("Save");
    await page.keyboard.press("F6");
    expect(await isFocusIn(page, ".side-panel")).toBe(true);
    await page.keyboard.press("F6");
    expect(await isFocusIn(page, ".top-bar")).toBe(true);
    await page.keyboard.press("F6");
    expect(await focused(page).innerText()).toBe("Save");
    await page.keyboard.press("Shift+F6");
    expect(await isFocusIn(page, ".top-bar")).toBe(true);
  });

  it("closes with Esc what has the focus: the panel, and only then the form", async () => {
    const { page, dialog, app } = await shown("Weather");
    await page.getByRole("button", { name: /Too many requests/ }).focus();
    await page.keyboard.press("Escape");
    await page.getByRole("complementary").waitFor(gone);
    expect(await dialog.isVisible()).toBe(true);
    expect(app.count("view_closed")).toBe(0);
    await dialog.getByLabel("Name").focus();
    await page.keyboard.press("Escape");
    await dialog.waitFor(gone);
  });

  it("keeps the focus in the weather when the form goes meanwhile", async () => {
    const { page, dialog, ana } = await shown("Weather");
    await page.getByRole("button", { name: /Too many requests/ }).focus();
    await ana.closes();
    await dialog.waitFor(gone);
    expect(await focused(page).innerText()).toContain("Too many requests");
  });

  it("shows what went wrong above the form, until Ana tries again", async () => {
    const { page, dialog, app } = await shown(undefined);
    await dialog.getByLabel("Name").fill("Fintech");
    app.on("view_submission", () => ({ status: 500 }));
    await dialog.getByRole("button", { name: "Save" }).click();
    const notice = page.getByText("We had some trouble connecting. Try again?");
    await notice.waitFor();
    const [said, form] = [await notice.boundingBox(), await dialog.boundingBox()];
    expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThan(form?.y ?? 0);
    app.on("view_submission", () => ({ body: { response_action: "errors", errors: { name: "Taken." } } }));
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("Taken.").waitFor();
    await notice.waitFor(gone);
  });

  it("stands clear of the panel, however wide the window is", async () => {
    const { page, dialog } = await shown("Inspector");
    expect(await faultsIn(page)).toEqual([]);
    for (const width of [1280, 1000, 880]) {
      await page.setViewportSize({ width, height: 850 });
      const form = await dialog.boundingBox();
      const panel = await page.getByRole("complementary").boundingBox();
      expect((form?.x ?? 0) + (form?.width ?? 0)).toBeLessThan(panel?.x ?? 0);
      expect(form?.width).toBeGreaterThan(360);
    }
  });

  it("is covered by the panel on a phone, and there again after it", async () => {
    const { page, dialog } = await shown(undefined, 390);
    await dialog.getByLabel("Name").fill("Fintech");
    await tool(page, "Weather").click();
    await page.getByRole("button", { name: /Too many requests/ }).click();
    expect(await page.locator(".kit-modals").getAttribute("inert")).not.toBeNull();
    expect(await faultsIn(page)).toEqual([]);
    await page.getByRole("button", { name: "Close weather" }).click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor(gone);
  });
});

it("shows in a message what newer blocks hold, and tells what is pressed in them", async () => {
  const { call, app, slack } = await setStage({ page: pageFolder });
  const page = await browsing.open(slack.url);
  const point = (label: string, value: number) => ({ label, value });
  await call("chat.postMessage", {
    channel: "C0GENERAL",
    text: "x",
    blocks: [
      {
        type: "container",
        block_id: "box",
        title: plain("A box"),
        child_blocks: [section("Inside", { block_id: "inside", accessory: button("Look") })],
      },
      {
        type: "carousel",
        block_id: "cards",
        elements: [{ type: "card", block_id: "one", title: plain("One"), actions: [button("Take")] }],
      },
      {
        type: "data_visualization",
        block_id: "chart",
        title: "By month",
        chart: {
          type: "bar",
          series: [{ name: "Saved", data: [point("May", 4), point("June", 7)] }],
          axis_config: { categories: ["May", "June"], y_label: "Profiles" },
        },
      },
      {
        type: "context_actions",
        block_id: "rating",
        elements: [
          {
            type: "feedback_buttons",
            action_id: "rate",
            positive_button: { text: plain("Good"), value: "yes" },
            negative_button: { text: plain("👎"), value: "no", accessibility_label: "Bad" },
          },
        ],
      },
    ],
  });
  for (const name of ["Look", "Take", "Bad"]) await page.getByRole("button", { name }).click();
  await expect.poll(() => app.count("block_actions")).toBe(3);
  const told = app.received
    .filter(({ kind }) => kind === "block_actions")
    .map(({ payload }) => payload.actions[0]);
  expect(told).toMatchObject([
    { block_id: "inside", action_id: "press-look" },
    { block_id: "one", action_id: "press-take" },
    { block_id: "rating", action_id: "rate", value: "no", text: plain("👎") },
  ]);
  expect(await page.getByRole("button", { name: "Bad" }).innerText()).toBe("👎");
  const rows = await page.getByRole("table", { name: "By month" }).getByRole("row").allInnerTexts();
  expect(rows.map((row) => row.trim().split(/\s+/))).toEqual([["Saved"], ["May", "4"], ["June", "7"]]);
  await page.getByText("Profiles. Slack draws this as bars.").waitFor();
});
