import { z } from "zod";
import { list, refuse, Url } from "./parts.ts";
import { anyText, plainText, words } from "./text-objects.ts";

const value = words(150);

/** An option of a select. */
export const Option = z.strictObject({
  text: plainText(75),
  value,
  description: plainText(75).optional(),
});

/** An option of an overflow menu, the only one that may be a link. */
export const OverflowOption = Option.extend({ url: Url.optional() });

/** An option of checkboxes or radio buttons, the only one that may be mrkdwn. */
export const BoxOption = z.strictObject({
  text: anyText(75),
  value,
  description: anyText(75).optional(),
});

export const OptionGroup = z.strictObject({ label: plainText(75), options: list(Option, { max: 100 }) });

type AnyOption = z.infer<typeof BoxOption>;
type AnyText = AnyOption["text"];

interface Choices {
  options?: AnyOption[] | undefined;
  option_groups?: { options: AnyOption[] }[] | undefined;
}

interface Chosen {
  initial_option?: AnyOption | undefined;
  initial_options?: AnyOption[] | undefined;
}

/** Values tell options apart, over all groups of an element. */
export function refuseRepeatedValues(element: Choices, ctx: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const { option, path } of offered(element)) {
    if (seen.has(option.value)) refuse(ctx, [...path, "value"], "is the value of an earlier option too");
    seen.add(option.value);
  }
}

/** What is chosen at first must equal an option to the letter, its description included. */
export function refuseForeignChoice(element: Choices & Chosen, ctx: z.RefinementCtx): void {
  const choices = chosen(element);
  if (choices.length === 0) return;
  const known = new Set(offered(element).map(({ option }) => fingerprint(option)));
  for (const { option, path } of choices) {
    if (!known.has(fingerprint(option))) refuse(ctx, path, "equals none of the options exactly");
  }
}

/** For a list of initial options, users, conversations or channels. */
export function refuseCrowd(field: string) {
  return (element: Readonly<Record<string, unknown>>, ctx: z.RefinementCtx): void => {
    const items = element[field];
    if (!Array.isArray(items)) return;
    const keys = items.map(keyOf);
    keys.forEach((key, index) => {
      if (keys.indexOf(key) < index) refuse(ctx, [field, index], "is chosen already");
    });
    const most = element.max_selected_items;
    if (typeof most === "number" && items.length > most) {
      refuse(ctx, [field], `holds ${items.length}; max_selected_items is ${most}`);
    }
  };
}

function offered({ options = [], option_groups = [] }: Choices) {
  return [
    ...options.map((option, index) => ({ option, path: ["options", index] })),
    ...option_groups.flatMap((group, at) =>
      group.options.map((option, index) => ({ option, path: ["option_groups", at, "options", index] })),
    ),
  ];
}

function chosen({ initial_option, initial_options = [] }: Chosen) {
  return [
    ...(initial_option ? [{ option: initial_option, path: ["initial_option"] }] : []),
    ...initial_options.map((option, index) => ({ option, path: ["initial_options", index] })),
  ];
}

function keyOf(item: string | AnyOption): string {
  return typeof item === "string" ? item : item.value;
}

function fingerprint({ text, value, description }: AnyOption): string {
  return JSON.stringify([textPrint(text), value, description && textPrint(description)]);
}

function textPrint(text: AnyText) {
  return [text.type, text.text, text.type === "mrkdwn" ? text.verbatim : text.emoji];
}
