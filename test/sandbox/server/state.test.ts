import { expect, it } from "vitest";
import { actions, button, input, modal, option, plain, section } from "./block-kit.ts";
import { openModal, setStage } from "./stage.ts";

const options = [option("One"), option("Two")];
const select = { placeholder: plain("Choose"), options };

/** Per type: what it needs, what an untouched one holds, an initial value, and what it holds then. */
const table: [type: string, element: object, empty: object, initial: object, held: object][] = [
  ["plain_text_input", {}, { value: null }, { initial_value: "a" }, { value: "a" }],
  ["number_input", { is_decimal_allowed: true }, { value: null }, { initial_value: "0.7" }, { value: "0.7" }],
  [
    "static_select",
    select,
    { selected_option: null },
    { initial_option: options[0] },
    { selected_option: options[0] },
  ],
  [
    "multi_static_select",
    select,
    { selected_options: [] },
    { initial_options: options },
    { selected_options: options },
  ],
  [
    "external_select",
    { placeholder: plain("Choose") },
    { selected_option: null },
    { initial_option: options[0] },
    { selected_option: options[0] },
  ],
  [
    "multi_external_select",
    { placeholder: plain("Choose") },
    { selected_options: [] },
    { initial_options: options },
    { selected_options: options },
  ],
  [
    "checkboxes",
    { options },
    { selected_options: [] },
    { initial_options: [options[1]] },
    { selected_options: [options[1]] },
  ],
  [
    "radio_buttons",
    { options },
    { selected_option: null },
    { initial_option: options[1] },
    { selected_option: options[1] },
  ],
  [
    "datepicker",
    {},
    { selected_date: null },
    { initial_date: "2026-05-19" },
    { selected_date: "2026-05-19" },
  ],
  ["timepicker", {}, { selected_time: null }, { initial_time: "12:30" }, { selected_time: "12:30" }],
  ["users_select", {}, { selected_user: null }, { initial_user: "U0BEN" }, { selected_user: "U0BEN" }],
  [
    "multi_users_select",
    {},
    { selected_users: [] },
    { initial_users: ["U0BEN"] },
    { selected_users: ["U0BEN"] },
  ],
  [
    "conversations_select",
    {},
    { selected_conversation: null },
    { initial_conversation: "C0SALES" },
    { selected_conversation: "C0SALES" },
  ],
  [
    "channels_select",
    {},
    { selected_channel: null },
    { initial_channel: "C0SALES" },
    { selected_channel: "C0SALES" },
  ],
];

it.each(table)(
  "sends an untouched %s empty in its own way, and an initial value as if it were chosen",
  async (type, element, empty, initial, held) => {
    const stage = await setStage();
    const field = (label: string, more: object) =>
      input(label, { type, ...element, ...more }, { optional: true });
    await openModal(stage, modal([field("Bare", {}), field("Full", initial)]));
    await stage.ana.saves();
    expect(stage.app.last("view_submission").view.state.values).toEqual({
      bare: { value: { type, ...empty } },
      full: { value: { type, ...held } },
    });
  },
);

it("holds menus outside input blocks too, and no buttons", async () => {
  const stage = await setStage();
  const accessory = { type: "static_select", action_id: "show", ...select };
  const overflow = { type: "overflow", action_id: "more", options };
  await openModal(stage, modal([section("Show", { accessory }), actions(button("Go"), overflow)]));
  await stage.ana.presses("Go");
  expect(stage.app.last("block_actions").view.state.values).toEqual({
    said: { show: { type: "static_select", selected_option: null } },
  });
});

it("chooses the conversation the person came from, and gives a response_url for it", async () => {
  const stage = await setStage();
  const share = {
    type: "conversations_select",
    placeholder: plain("Choose a channel"),
    default_to_current_conversation: true,
    response_url_enabled: true,
    filter: { include: ["public", "private"], exclude_external_shared_channels: true },
  };
  await openModal(stage, modal([input("Channel", share)]), stage.ana.in("sales"));
  expect(stage.ana.modal?.values).toEqual({ Channel: "#sales" });
  await expect(stage.ana.fills({ Channel: "#partners" })).rejects.toThrow("It offers: #general, #sales.");
  await stage.ana.fills({ Channel: "#general" });
  await stage.ana.saves();
  const { response_urls } = stage.app.last("view_submission");
  expect(response_urls).toEqual([
    {
      block_id: "channel",
      action_id: "value",
      channel_id: "C0GENERAL",
      response_url: expect.stringContaining("/hooks/app/"),
    },
  ]);
  const post = { text: "Shared by Ana", response_type: "in_channel" };
  await fetch(response_urls[0].response_url, { method: "POST", body: JSON.stringify(post) });
  await stage.slack.person("ben").sees("Shared by Ana");
});

it("gives no response_url for a conversation whose menu does not ask for one", async () => {
  const stage = await setStage();
  const share = { type: "conversations_select", initial_conversation: "C0SALES" };
  await openModal(stage, modal([input("Channel", share)]));
  await stage.ana.saves();
  expect(stage.app.last("view_submission").response_urls).toEqual([]);
});
