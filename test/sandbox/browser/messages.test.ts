import { describe, expect, it } from "vitest";
import { faultsIn, pageFolder, startBrowsing } from "../../support/browse.ts";
import { actions, button, option, plain, section } from "../server/block-kit.ts";
import { setStage } from "../server/stage.ts";

const browsing = startBrowsing();

const gone = { state: "detached" } as const;

/** Ana before a message of the app's. */
async function shown(blocks: object[]) {
  const stage = await setStage({ page: pageFolder });
  stage.app.on("command", () => ({ body: { text: "said", blocks } }));
  await stage.ana.types("/icp");
  const page = await browsing.open(stage.slack.url);
  await page.getByRole("article").waitFor();
  return { ...stage, page };
}

describe("in a message", () => {
  it("tells the app of a press, and shows that it is under way", async () => {
    const { app, page } = await shown([actions(button("Next"))]);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    app.on("block_actions", async () => {
      await held;
      return undefined;
    });
    const next = page.getByRole("button", { name: "Next" });
    await next.click();
    await expect.poll(() => next.getAttribute("aria-busy")).toBe("true");
    await next.click();
    release();
    await expect.poll(() => next.getAttribute("aria-busy")).toBe("false");
    expect(app.count("block_actions")).toBe(1);
    expect(app.last("block_actions").actions).toMatchObject([{ action_id: "press-next", value: "v" }]);
  });

  it("asks first where the app wants it so, and tells nobody of a no", async () => {
    const confirm = {
      title: plain("Delete it?"),
      text: plain("It is gone then."),
      confirm: plain("Delete it"),
      deny: plain("Keep it"),
    };
    const { app, page } = await shown([actions(button("Delete", { confirm }))]);
    const dialog = page.getByRole("dialog", { name: "Delete it?" });
    for (const answer of ["Keep it", "Escape", "Delete it"]) {
      expect(app.count("block_actions")).toBe(0);
      await page.getByRole("button", { name: "Delete", exact: true }).click();
      if (answer === "Escape") await page.keyboard.press("Escape");
      else await dialog.getByRole("button", { name: answer }).click();
      await dialog.waitFor(gone);
    }
    await expect.poll(() => app.count("block_actions")).toBe(1);
  });

  it("tells at once what was chosen in a menu, and what all others hold", async () => {
    const menu = { type: "static_select", action_id: "show", options: [option("All"), option("Paused")] };
    const date = { type: "datepicker", action_id: "from", initial_date: "2026-05-19" };
    const { app, page } = await shown([section("Show", { accessory: menu }), actions(date)]);
    const show = page.getByRole("combobox", { name: "Show" });
    await show.fill("pau");
    await show.press("Enter");
    await expect.poll(() => app.count("block_actions")).toBe(1);
    const { actions: acted, state } = app.last("block_actions");
    expect(acted).toMatchObject([{ action_id: "show", selected_option: { value: "Paused" } }]);
    expect(state.values.do.from.selected_date).toBe("2026-05-19");
    expect(await show.inputValue()).toBe("Paused");
  });

  it("offers an overflow menu's options to the keys, and tells which one it was", async () => {
    const overflow = { type: "overflow", action_id: "more", options: [option("Edit"), option("Pause")] };
    const { app, page } = await shown([section("Fintech", { accessory: overflow })]);
    await page.getByRole("button", { name: "More actions" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Edit" }).waitFor();
    expect(await faultsIn(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => app.count("block_actions")).toBe(1);
    expect(app.last("block_actions").actions).toMatchObject([{ selected_option: { value: "Pause" } }]);
    expect(await page.locator(":focus").getAttribute("aria-label")).toBe("More actions");
  });

  it("opens a link in a window of its own that knows nothing of this one, and says so to the app", async () => {
    const { app, page } = await shown([actions(button("Docs", { url: "http://127.0.0.1:9/docs" }))]);
    const docs = page.getByRole("link", { name: "Docs" });
    expect(await docs.getAttribute("rel")).toBe("noopener noreferrer");
    const opened = page.waitForEvent("popup");
    await docs.click();
    await (await opened).close();
    await expect.poll(() => app.count("block_actions")).toBe(1);
  });
});

it("shows what the app says as words, never as HTML", async () => {
  const hostile = "<img src=x onerror=alert(1)> <javascript:alert(1)|press> *<b>x</b>*";
  const { page } = await shown([
    section(hostile),
    { type: "section", block_id: "mrkdwn", text: { type: "mrkdwn", text: hostile } },
    { type: "section", block_id: "link", text: { type: "mrkdwn", text: "<https://a.example/?q=%22|safe>" } },
  ]);
  const article = page.getByRole("article");
  expect(await article.getByRole("link").allInnerTexts()).toEqual(["safe"]);
  expect(await article.getByRole("img", { includeHidden: false }).count()).toBe(0);
  await article.getByText("<b>x</b>").last().waitFor();
});
