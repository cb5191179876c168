import { expect, it } from "vitest";
import { modal as modalView, textInput } from "../sandbox/server/block-kit.ts";
import { setStage } from "../sandbox/server/stage.ts";
import { pageFolder, startBrowsing } from "../support/browse.ts";
import { press, send } from "./screen.ts";

const browsing = startBrowsing();

it("opens nothing for a view that Slack refuses, and leads Ana from the notice to the very place that is wrong", async () => {
  const { slack, app, call } = await setStage({ page: pageFolder, refused: true });
  app.on("command", async ({ trigger_id }) => {
    const name = textInput("Name", { placeholder: { type: "mrkdwn", text: "*Bold*" } });
    await call("views.open", { trigger_id, view: modalView([name]) });
    return undefined;
  });
  const ana = await browsing.open(slack.url);
  await send(ana, "/icp new");
  await ana.getByText("tried to open a view that Slack refuses: 1 complaint, see the inspector.").waitFor();
  expect(await ana.getByRole("dialog").count()).toBe(0);

  await press(ana, "Inspector, 1 complaint");
  await ana.getByRole("button", { name: /^From the app: views.open/ }).click();
  const exchange = ana.getByRole("listitem").filter({ hasText: "views.open" });
  await exchange.getByText("Slack refuses this view with “invalid_arguments”").waitFor();
  await press(ana, "/view/blocks/0/element/placeholder/type");
  const row = ana.getByRole("treeitem", { selected: true });
  expect(await row.innerText()).toContain('type: "mrkdwn"');
});

it("shows an exchange that somebody unfolds from its beginning, however long it is", async () => {
  const { slack, app } = await setStage({ page: pageFolder });
  app.on("command", () => ({ body: "word ".repeat(700) }));
  const ana = await browsing.open(slack.url);
  await press(ana, "Inspector");
  await send(ana, "/icp list");
  const head = ana.getByRole("button", { name: /^To the app: command/ });
  await head.click();
  await ana.getByRole("tree", { name: "Response" }).waitFor();
  const box = await ana.getByRole("region", { name: "Exchanges" }).boundingBox();
  const shown = await head.boundingBox();
  expect(shown?.y).toBeGreaterThanOrEqual(box?.y ?? Number.NaN);
});
