import type {
  ActionsBlockElement,
  ContextActionsBlockElement,
  InputBlockElement,
  KnownBlock,
  RichTextElement,
  SectionBlockAccessory,
} from "@slack/types";
import type { Json } from "./make.ts";
import { button, element, image, input, options, plain, richSection, richText, section } from "./make.ts";

type ElementType = (
  | ActionsBlockElement
  | ContextActionsBlockElement
  | InputBlockElement
  | SectionBlockAccessory
)["type"];

const url = "https://example.com";
const cell = { type: "raw_text", text: "Words" };
const choice = { options: options(2) };
const task = { type: "task_card", task_id: "task", title: "Words", status: "pending" };
const card = { type: "card", block_id: "card", title: plain() };

/** One sound block of each type that @slack/types knows, and of the one that it does not know yet. */
export const blocks = {
  actions: { type: "actions", block_id: "actions", elements: [button()] },
  alert: { type: "alert", block_id: "alert", text: plain(), level: "warning" },
  card,
  carousel: { type: "carousel", block_id: "carousel", elements: [card] },
  container: { type: "container", block_id: "container", title: plain(), child_blocks: [section()] },
  context: { type: "context", block_id: "context", elements: [plain()] },
  context_actions: {
    type: "context_actions",
    block_id: "context_actions",
    elements: [{ type: "icon_button", action_id: "trash", icon: "trash", text: plain() }],
  },
  data_table: { type: "data_table", block_id: "data_table", caption: "Words", rows: [[cell], [cell]] },
  data_visualization: {
    type: "data_visualization",
    block_id: "data_visualization",
    title: "Words",
    chart: { type: "pie", segments: [{ label: "A", value: 1 }] },
  },
  divider: { type: "divider", block_id: "divider" },
  file: { type: "file", block_id: "file", source: "remote", external_id: "F1" },
  header: { type: "header", block_id: "header", text: plain(), level: 1 },
  image: image(),
  input: input(element("plain_text_input")),
  markdown: { type: "markdown", block_id: "markdown", text: "**Words**" },
  plan: { type: "plan", block_id: "plan", title: "Words", tasks: [task] },
  rich_text: richText(richSection({ type: "text", text: "Words" })),
  section: section({ expand: true }),
  table: { type: "table", block_id: "table", rows: [[cell]] },
  task_card: { ...task, block_id: "task_card" },
  video: {
    type: "video",
    block_id: "video",
    video_url: url,
    thumbnail_url: url,
    alt_text: "Words",
    title: plain(),
  },
} satisfies Record<KnownBlock["type"] | "data_visualization", Json>;

const feedback = { text: plain(), value: "v" };

/** One sound element of each type that @slack/types knows. */
export const elements = {
  button: button(),
  channels_select: element("channels_select", { initial_channel: "C1" }),
  checkboxes: element("checkboxes", { ...choice, initial_options: options(1) }),
  conversations_select: element("conversations_select", { filter: { include: ["im"] } }),
  datepicker: element("datepicker", { initial_date: "2026-02-28" }),
  datetimepicker: element("datetimepicker", { initial_date_time: 1_777_629_600 }),
  email_text_input: element("email_text_input", { initial_value: "ana@example.com" }),
  external_select: element("external_select"),
  feedback_buttons: element("feedback_buttons", { positive_button: feedback, negative_button: feedback }),
  file_input: element("file_input", { filetypes: ["pdf"], max_files: 1 }),
  icon_button: element("icon_button", { icon: "trash", text: plain(), visible_to_user_ids: ["U1"] }),
  image: { type: "image", image_url: `${url}/a.png`, alt_text: "A" },
  multi_channels_select: element("multi_channels_select", { initial_channels: ["C1"] }),
  multi_conversations_select: element("multi_conversations_select", { initial_conversations: ["C1"] }),
  multi_external_select: element("multi_external_select", { initial_options: options(1) }),
  multi_static_select: element("multi_static_select", { ...choice, initial_options: options(1) }),
  multi_users_select: element("multi_users_select", { initial_users: ["U1"] }),
  number_input: element("number_input", { is_decimal_allowed: false }),
  overflow: element("overflow", choice),
  plain_text_input: element("plain_text_input", {
    dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
  }),
  radio_buttons: element("radio_buttons", choice),
  rich_text_input: element("rich_text_input", {
    initial_value: { type: "rich_text", elements: [richSection({ type: "text", text: "Words" })] },
  }),
  static_select: element("static_select", { ...choice, initial_option: options(1)[0] }),
  timepicker: element("timepicker", { initial_time: "23:59", timezone: "Europe/Zurich" }),
  url_text_input: element("url_text_input", { initial_value: url }),
  users_select: element("users_select", { initial_user: "U1" }),
  workflow_button: element("workflow_button", {
    text: plain(),
    workflow: { trigger: { url, customizable_input_parameters: [{ name: "n", value: "" }] } },
  }),
} satisfies Record<ElementType, Json>;

/** One sound piece of rich text of each type that @slack/types knows. */
export const pieces = {
  broadcast: { type: "broadcast", range: "here" },
  channel: { type: "channel", channel_id: "C1", style: { bold: true, highlight: true } },
  color: { type: "color", value: "#00A1f1" },
  date: { type: "date", timestamp: 1_777_629_600, format: "{date_short}", url, fallback: "May" },
  emoji: { type: "emoji", name: "wave", unicode: "1f44b", url: `${url}/wave.png` },
  link: { type: "link", url, text: "Words", unsafe: false, style: { bold: true } },
  team: { type: "team", team_id: "T1" },
  text: {
    type: "text",
    text: "Words",
    style: { bold: true, italic: true, strike: true, underline: true, code: true },
  },
  user: { type: "user", user_id: "U1", style: { unlink: true } },
  usergroup: { type: "usergroup", usergroup_id: "S1", style: { client_highlight: true } },
} satisfies Record<RichTextElement["type"], Json>;
