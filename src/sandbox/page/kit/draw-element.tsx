import type {
  ActionsBlockElement,
  ContextActionsBlockElement,
  InputBlockElement,
  SectionBlockAccessory,
} from "@slack/types";
import type { JSX } from "preact";
import { Boxes } from "./boxes.tsx";
import { Button, Feedback, Icon } from "./button.tsx";
import type { Field, Spot } from "./element.ts";
import { Menu } from "./menu.tsx";
import { NotDrawn } from "./not-drawn.tsx";
import { Overflow } from "./overflow.tsx";
import { Picker } from "./pickers.tsx";
import { Picture } from "./picture.tsx";
import { TextInput } from "./text-input.tsx";

export type AnyElement =
  | ActionsBlockElement
  | ContextActionsBlockElement
  | InputBlockElement
  | SectionBlockAccessory;

/** One element, interactive or not. */
export function Element({ spot, field }: { spot: Spot<AnyElement>; field: Field }): JSX.Element {
  const { element } = spot;
  switch (element.type) {
    case "button":
    case "workflow_button":
      return <Button spot={{ ...spot, element }} field={field} />;
    case "feedback_buttons":
      return <Feedback spot={{ ...spot, element }} field={field} />;
    case "icon_button":
      return <Icon spot={{ ...spot, element }} field={field} />;
    case "overflow":
      return <Overflow spot={{ ...spot, element }} field={field} />;
    case "image":
      return <Picture image={element} isSmall />;
    case "checkboxes":
    case "radio_buttons":
      return <Boxes spot={{ ...spot, element }} field={field} />;
    case "datepicker":
    case "timepicker":
    case "datetimepicker":
      return <Picker spot={{ ...spot, element }} field={field} />;
    case "plain_text_input":
    case "email_text_input":
    case "url_text_input":
    case "number_input":
    case "rich_text_input":
      return <TextInput spot={{ ...spot, element }} field={field} />;
    case "static_select":
    case "external_select":
    case "users_select":
    case "conversations_select":
    case "channels_select":
    case "multi_static_select":
    case "multi_external_select":
    case "multi_users_select":
    case "multi_conversations_select":
    case "multi_channels_select":
      return <Menu spot={{ ...spot, element }} field={field} />;
    case "file_input":
      return <p class="kit-remark">Choosing files is not available in this sandbox.</p>;
    default:
      return <NotDrawn type={(element satisfies never as { type: string }).type} />;
  }
}

/** Tells elements apart: one with another id or of another type starts afresh. */
export function keyOf(element: AnyElement, at = 0): string {
  return `${element.type} ${"action_id" in element ? element.action_id : at}`;
}

/** What an element is called where no label stands beside it. */
export function nameOf(element: AnyElement): string {
  const { accessibility_label: label, placeholder } = element as {
    accessibility_label?: string;
    placeholder?: { text: string };
  };
  return label ?? placeholder?.text ?? names[element.type] ?? "Menu";
}

const names: Record<string, string> = {
  datepicker: "Date",
  timepicker: "Time",
  datetimepicker: "Date and time",
  checkboxes: "Options",
  radio_buttons: "Options",
};
