import type { Block, Element } from "./block-kit.ts";
import { elementsOf, optionsOf } from "./block-kit.ts";
import { channelById, personById } from "./lookup.ts";
import type { StateValue, Values } from "./protocol.ts";
import { chosenOptions, stateField } from "./state.ts";
import { readable, wordsOf } from "./words.ts";
import type { World } from "./world.ts";

export interface BlockToDraw {
  world: World;
  block: Block;
  values: Values;
  /** Words under the field. */
  error?: string | undefined;
}

/** A block as lines of text. */
export function drawBlock(drawing: BlockToDraw): string[] {
  const { world, block, values } = drawing;
  const draw = (element: Element) =>
    drawElement({ world, element, value: values[block.block_id]?.[element.action_id ?? ""] });
  switch (block.type) {
    case "divider":
      return ["───"];
    case "header":
      return [`# ${textOf(world, block.text)}`];
    case "input":
      return drawInput(drawing, draw);
    case "section": {
      const words = textOf(world, block.text).split("\n");
      const fields = anyText(world, block.fields);
      const accessory = block.accessory === undefined ? [] : draw(block.accessory);
      return [...words, ...fields, ...accessory].filter((line) => line !== "");
    }
    case "context":
      return [anyText(world, block.elements).join(" · ")];
    case "actions":
      return [elementsOf(block).flatMap(draw).join(" ")];
    case "rich_text":
      return richText(world, block.elements)
        .split("\n")
        .filter((line) => line !== "");
    default:
      return anyText(world, { ...block, type: undefined, block_id: undefined });
  }
}

/** What an element holds, as a person reads it. */
export function shownValue(world: World, value: StateValue | undefined, element: Element): string[] {
  const field = stateField(element);
  const held = field === undefined ? undefined : value?.[field];
  if (field === "selected_option" || field === "selected_options") {
    return chosenOptions(value).map((option) => wordsOf(world, option.text));
  }
  if (held === undefined || held === null || held === "") return [];
  return (Array.isArray(held) ? held : [held]).map((one) => nameOf(world, one));
}

function drawInput({ world, block, error }: BlockToDraw, draw: (element: Element) => string[]): string[] {
  const optional = block.optional === true ? " (optional)" : "";
  return [
    `${wordsOf(world, block.label)}${optional}`,
    ...(block.element === undefined ? [] : draw(block.element).map((line) => `  ${line}`)),
    ...(block.hint === undefined ? [] : [`  ${wordsOf(world, block.hint)}`]),
    ...(error === undefined ? [] : [`  ✗ ${error}`]),
  ];
}

function drawElement(drawing: { world: World; element: Element; value: StateValue | undefined }): string[] {
  const { world, element, value } = drawing;
  const shown = shownValue(world, value, element);
  switch (element.type) {
    case "button":
    case "workflow_button":
      return [`[${wordsOf(world, element.text)}]`];
    case "overflow":
      return ["[⋯]"];
    case "image":
      return [`(image: ${String(element.alt_text ?? "")})`];
    case "checkboxes":
    case "radio_buttons":
      return optionsOf(element).flatMap((option) => {
        const words = wordsOf(world, option.text);
        const about = option.description === undefined ? [] : [`    ${wordsOf(world, option.description)}`];
        return [`${shown.includes(words) ? "[x]" : "[ ]"} ${words}`, ...about];
      });
    default: {
      const chips = element.type.startsWith("multi_") ? shown.map((words) => `{${words}}`) : shown;
      const empty = wordsOf(world, element.placeholder);
      return chips.length > 0
        ? chips
            .join(" ")
            .split("\n")
            .map((line) => `> ${line}`)
        : [`> (${empty})`];
    }
  }
}

function nameOf(world: World, held: unknown): string {
  if (typeof held !== "string") return typeof held === "object" ? JSON.stringify(held) : String(held);
  const channel = channelById(world, held);
  return channel === undefined ? (personById(world, held)?.realName ?? held) : `#${channel.name}`;
}

function textOf(world: World, text: unknown): string {
  return anyText(world, text).join("\n");
}

/** Every text in a block of any kind, in order. */
function anyText(world: World, node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap((one) => anyText(world, one));
  if (typeof node !== "object" || node === null) return [];
  if ("text" in node && typeof node.text === "string") {
    const mrkdwn = "type" in node && node.type === "mrkdwn";
    return [mrkdwn ? readable(world, node.text) : node.text];
  }
  if ("type" in node && node.type === "rich_text") return [richText(world, node)];
  return Object.values(node).flatMap((one) => anyText(world, one));
}

/** Rich text is structured: nothing in it is parsed. */
function richText(world: World, node: unknown): string {
  if (Array.isArray(node)) return node.map((one) => richText(world, one)).join("");
  if (typeof node !== "object" || node === null) return "";
  const { type, text, elements, user_id, channel_id, url, name, style, fallback } = node as Record<
    string,
    unknown
  >;
  switch (type) {
    case "text":
      return String(text);
    case "user":
      return `@${nameOf(world, user_id)}`;
    case "channel":
      return nameOf(world, channel_id);
    case "link":
      return String(text ?? url);
    case "emoji":
      return `:${String(name)}:`;
    case "date":
      return String(fallback ?? "");
    case "rich_text_list": {
      const items = Array.isArray(elements) ? elements : [];
      return items
        .map((item, at) => `${style === "ordered" ? `${at + 1}.` : "•"} ${richText(world, item)}\n`)
        .join("");
    }
    default:
      return `${richText(world, elements)}\n`;
  }
}
