import { expect, it } from "vitest";
import { readBlocks, spotsOf } from "../../../src/sandbox/server/block-kit.ts";
import { actions, button, input, plain, section, textInput } from "./block-kit.ts";
import { act, follow } from "./page-client.ts";
import { respond, setStage } from "./stage.ts";

const feedback = {
  type: "feedback_buttons",
  action_id: "rate",
  positive_button: { text: plain("Good"), value: "yes" },
  negative_button: { text: plain("Bad"), value: "no", accessibility_label: "This answer is bad" },
};

const trash = { type: "icon_button", action_id: "bin", icon: "trash", text: plain("Delete"), value: "7" };

const container = {
  type: "container",
  block_id: "box",
  title: plain("A box"),
  child_blocks: [
    section("Inside", { block_id: "inside", accessory: button("Look") }),
    textInput("Note", {}, { block_id: "note" }),
  ],
};

const carousel = {
  type: "carousel",
  block_id: "cards",
  elements: ["One", "Two"].map((name) => ({
    type: "card",
    block_id: `card-${name}`,
    title: plain(name),
    actions: [button(`Take ${name}`)],
  })),
};

async function post(...blocks: object[]) {
  const stage = await setStage();
  await stage.call("chat.postMessage", { channel: "C0GENERAL", text: "x", blocks });
  return stage;
}

it("tells which of two feedback buttons was pressed, under their one action_id", async () => {
  const { ana, app } = await post({
    type: "context_actions",
    block_id: "rating",
    elements: [feedback, trash],
  });
  await ana.presses("Good");
  expect(app.last("block_actions").actions).toEqual([
    {
      type: "feedback_buttons",
      action_id: "rate",
      block_id: "rating",
      text: plain("Good"),
      value: "yes",
      action_ts: expect.any(String),
    },
  ]);
  await ana.presses({ label: "This answer is bad" });
  expect(app.last("block_actions").actions).toMatchObject([{ value: "no", text: plain("Bad") }]);
  expect(app.last("block_actions").state).toEqual({ values: {} });
  await ana.presses("Delete");
  expect(app.last("block_actions").actions).toMatchObject([
    { type: "icon_button", action_id: "bin", icon: "trash", text: plain("Delete"), value: "7" },
  ]);
  expect(ana.screen()).toContain("[Good] [Bad] [Delete]");
});

it("takes from the page only a side that the feedback buttons have", async () => {
  const { slack, app } = await post({ type: "context_actions", block_id: "rating", elements: [feedback] });
  const { ts } = (await follow(slack.url)).screen.messages[0] ?? { ts: "" };
  const press = (value?: string) =>
    act(slack.url, {
      do: "uses",
      on: { channel: "C0GENERAL", ts },
      block: "rating",
      action: "rate",
      ...(value !== undefined && { value: { type: "feedback_buttons", value } }),
    });
  expect(await press("no")).toEqual({});
  expect(app.last("block_actions").actions).toMatchObject([{ value: "no" }]);
  expect(await press("perhaps")).toEqual({ error: "There is no button perhaps." });
  expect(await press()).toEqual({ error: "Nothing was chosen." });
  expect(app.count("block_actions")).toBe(1);
});

it("lets people press what stands in a container, a carousel and a card", async () => {
  const { ana, app } = await post(container, carousel);
  await ana.presses("Look");
  expect(app.last("block_actions").actions).toMatchObject([{ block_id: "inside", action_id: "press-look" }]);
  await ana.presses("Take Two");
  expect(app.last("block_actions").actions).toMatchObject([
    { block_id: "card-Two", action_id: "press-take-two" },
  ]);
  expect(ana.screen()).toBe(
    `
#general
ICP Profiles
  A box
  Inside
  [Look]
  Note
    > ()
  One
  [Take One]
  Two
  [Take Two]`.trim(),
  );
});

it("keeps what Ana enters in a message's fields, hers alone, and tells it with whatever she presses", async () => {
  const { ana, app, slack } = await post(
    container,
    input("When", { type: "datetimepicker", initial_date_time: 1_779_192_000 }),
    actions(button("Send")),
  );
  await ana.fills({ Note: "Call them" });
  expect(app.count("block_actions")).toBe(0);
  await ana.presses("Send");
  const when = { when: { value: { type: "datetimepicker", selected_date_time: 1_779_192_000 } } };
  expect(app.last("block_actions").state.values).toEqual({
    note: { value: { type: "plain_text_input", value: "Call them" } },
    ...when,
  });
  await slack.person("ben").presses("Send");
  expect(app.last("block_actions").state.values).toEqual({
    note: { value: { type: "plain_text_input", value: null } },
    ...when,
  });
});

it("gives ids to blocks and elements that have none, however deep they stand", () => {
  const bare = {
    type: "container",
    title: plain("A box"),
    child_blocks: [{ type: "actions", elements: [{ type: "button", text: plain("Go") }] }],
  };
  const cards = {
    type: "carousel",
    elements: [{ type: "card", actions: [{ type: "button", text: plain("Take") }] }],
  };
  const rated = { type: "context_actions", elements: [{ ...feedback, action_id: undefined }] };
  const spots = spotsOf(readBlocks([bare, cards, rated]));
  expect(spots.map(({ element }) => element.type)).toEqual(["button", "button", "feedback_buttons"]);
  const ids = spots.flatMap(({ block, element }) => [block.block_id, element.action_id]);
  expect(ids).toEqual(ids.map(() => expect.stringMatching(/^\w{5}$/)));
});

it("says a chart's numbers", async () => {
  const point = (label: string, value: number) => ({ label, value });
  const { ana } = await post(
    {
      type: "data_visualization",
      block_id: "p",
      title: "By size",
      chart: { type: "pie", segments: [point("Small", 3)] },
    },
    {
      type: "data_visualization",
      block_id: "b",
      title: "By month",
      chart: {
        type: "bar",
        series: [{ name: "Saved", data: [point("May", 4), point("June", 0)] }],
        axis_config: { categories: ["May", "June"] },
      },
    },
  );
  await ana.sees("By size Small 3 By month Saved: May 4 · June 0");
});

it("keeps a message's metadata over an update, gives it back, and takes it away for an empty one", async () => {
  const { call, ana, app } = await setStage();
  const metadata = { event_type: "card", event_payload: { profile: "prf_1", revision: 2 } };
  const said = { channel: "C0GENERAL", text: "x", blocks: [actions(button("Go"))] };
  const { ts, message } = await call("chat.postMessage", { ...said, metadata });
  expect(message).toMatchObject({ metadata });
  await ana.presses("Go");
  expect(app.last("block_actions").message).toMatchObject({ metadata });

  await call("chat.update", { ...said, ts, text: "y" });
  await ana.presses("Go");
  expect(app.last("block_actions").message).toMatchObject({ text: "y", metadata });

  await respond(app.last("block_actions").response_url, {
    ...said,
    channel: undefined,
    metadata: { ...metadata, event_type: "other" },
  });
  await ana.presses("Go");
  expect(app.last("block_actions").message.metadata).toEqual({ ...metadata, event_type: "other" });

  expect(await call("chat.update", { ...said, ts, metadata: {} })).toMatchObject({ ok: true });
  await ana.presses("Go");
  expect(app.last("block_actions").message).not.toHaveProperty("metadata");
});
