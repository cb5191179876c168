import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ConfirmationDialog,
  ContextBlock,
  HeaderBlock,
  MrkdwnElement,
  Overflow,
  PlainTextElement,
  PlainTextOption,
  RichTextBlock,
  RichTextText,
  SectionBlock,
} from "@slack/types";
import { cutTo } from "../rules/text.ts";
import { slackLimits } from "./limits.ts";

/** Text that is shown letter for letter: the place for what people typed. */
export function plain(text: string): PlainTextElement {
  return { type: "plain_text", text, emoji: false };
}

/** Text of ours with Slack's markup. What people typed goes in only through `escaped`. */
export function markup(text: string): MrkdwnElement {
  return { type: "mrkdwn", text, verbatim: true };
}

/** Source: docs.slack.dev, "Formatting message text": these three characters and no others. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A message's top-level text, which Slack parses. Escaping can make five characters of one, hence the cut. */
export function messageText(text: string): string {
  return escaped(cutTo(text, slackLimits.messageText / 5));
}

/**
 * The reader's own date and time zone; the fallback is UTC. `at` is ISO 8601. Slack makes the first letter of what it
 * prints a capital: words that go before the date stand in `format`, so that nobody reads "created Yesterday".
 */
export function dateOf(at: string, format: string): string {
  const fallback = format.replace(/\{date_short_pretty\}(?: at \{time\})?/, utcDateOf(at));
  return `<!date^${Math.floor(Date.parse(at) / 1000)}^${format}|${fallback}>`;
}

/** The reader's own time of the day; the fallback is UTC. `at` is ISO 8601. */
export function timeOf(at: string): string {
  return `<!date^${Math.floor(Date.parse(at) / 1000)}^{time}|${at.slice(11, 16)} UTC>`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

/** "1 May 2026", for a place where Slack knows no dates. `at` is ISO 8601. */
export function utcDateOf(at: string): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

export function header(id: string, text: string): HeaderBlock {
  return { type: "header", block_id: id, text: plain(cutTo(text, slackLimits.header)) };
}

export function section(
  id: string,
  text: PlainTextElement | MrkdwnElement,
  accessory?: Button,
): SectionBlock {
  return { type: "section", block_id: id, text, ...(accessory === undefined ? {} : { accessory }) };
}

export function context(id: string, ...elements: (PlainTextElement | MrkdwnElement)[]): ContextBlock {
  return { type: "context", block_id: id, elements };
}

export function actions(id: string, ...elements: ActionsBlockElement[]): ActionsBlock {
  return { type: "actions", block_id: id, elements };
}

/** `label` names the button's row to a screen reader, where several buttons read alike. */
export function button(
  id: string,
  {
    text,
    value,
    label,
    style,
    confirm,
  }: {
    text: string;
    value: string;
    label?: string;
    style?: "primary" | "danger";
    /** Asked before the press counts. */
    confirm?: { readonly title: string; readonly text: string; readonly yes: string };
  },
): Button {
  return {
    type: "button",
    action_id: id,
    text: plain(text),
    value,
    ...(label === undefined ? {} : { accessibility_label: cutTo(label, slackLimits.accessibilityLabel) }),
    ...(style === undefined ? {} : { style }),
    ...(confirm === undefined ? {} : { confirm: confirmation(confirm) }),
  };
}

function confirmation({
  title,
  text,
  yes,
}: {
  title: string;
  text: string;
  yes: string;
}): ConfirmationDialog {
  return {
    title: plain(title),
    text: plain(text),
    confirm: plain(yes),
    deny: plain("Cancel"),
    style: "danger",
  };
}

/**
 * The id of a menu that opens something. Slack keeps what was chosen in it until the id is another one, and tells of no
 * choice of what is shown already: `menus` makes it another one.
 */
export function menuId(id: string, menus = ""): string {
  return menus === "" ? id : `${id}:${menus}`;
}

const more = "more";

/** Buttons that are pressed seldom, behind three dots. `pressedIn` tells which one was chosen. */
export function moreMenu(...buttons: readonly Button[]): Overflow {
  const options = buttons.map(({ action_id = "", text, value = "" }) =>
    option(`${action_id} ${value}`, text.text),
  );
  return { type: "overflow", action_id: more, options };
}

/** What was pressed or chosen, as if its button had been pressed. */
export function pressedIn<Pressed extends PressedAction>(action: Pressed): Pressed {
  if (action.action_id !== more) return action;
  const [action_id = "", value = ""] = action.selected_option?.value.split(" ") ?? [];
  return { ...action, action_id, value };
}

interface PressedAction {
  readonly action_id: string;
  readonly value?: string | null | undefined;
  readonly selected_option?: { readonly value: string } | null | undefined;
}

/** Opens a page in the browser. Slack tells us of the press all the same; `isLink` knows it. */
export function linkButton(id: `link:${string}`, { text, url }: { text: string; url: string }): Button {
  return { type: "button", action_id: id, text: plain(text), url };
}

export function isLink(actionId: string): boolean {
  return actionId.startsWith("link:");
}

export function option(value: string, text = value, description?: string): PlainTextOption {
  return {
    text: plain(text),
    value,
    ...(description === undefined ? {} : { description: plain(description) }),
  };
}

/** Pairs of a bold label and its value, one under the other. An italic value is a remark of ours. */
export function labelled(
  id: string,
  pairs: readonly { label: string; value: string; remark?: boolean }[],
): RichTextBlock {
  const texts = pairs.flatMap(({ label, value, remark = false }, index): RichTextText[] => {
    const end = index < pairs.length - 1 ? "\n\n" : "";
    return [
      { type: "text", text: `${label}\n`, style: { bold: true } },
      { type: "text", text: `${value}${end}`, ...(remark ? { style: { italic: true } } : {}) },
    ];
  });
  return {
    type: "rich_text",
    block_id: id,
    elements: [{ type: "rich_text_section", elements: texts }],
  };
}
