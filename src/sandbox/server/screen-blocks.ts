import type { Block, Element } from "./block-kit.ts";
import { elementsOf, feedbackSides, innerBlocks, optionsOf } from "./block-kit.ts";
import { chartLines } from "./chart-lines.ts";
import type { StateValue, Values } from "./protocol.ts";
import { anyText, nameOf, richText, textOf } from "./screen-text.ts";
import { chosenOptions, stateField } from "./state.ts";
import { wordsOf } from "./words.ts";
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
    case "context_actions":
      return [elementsOf(block).flatMap(draw).join(" ")];
    case "rich_text":
      return richText(world, block.elements)
        .split("\n")
        .filter((line) => line !== "");
    case "card":
      return [...othersIn(world, block), ...(block.actions ?? []).flatMap(draw)];
    case "carousel":
    case "container":
      return [
        ...othersIn(world, block),
        ...innerBlocks(block).flatMap((inner) => drawBlock({ ...drawing, block: inner })),
      ];
    case "data_visualization":
      return chartLines(block);
    default:
      return othersIn(world, block);
  }
}

/** Every text of a block but those of what stands in it. */
function othersIn(world: World, block: Block): string[] {
  const { type, block_id, child_blocks, actions, ...others } = block;
  return anyText(world, type === "carousel" ? {} : others);
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
    case "icon_button":
      return [`[${wordsOf(world, element.text)}]`];
    case "feedback_buttons":
      return feedbackSides(element).map((side) => `[${wordsOf(world, side.text)}]`);
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
