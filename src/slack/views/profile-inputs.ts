import type {
  InputBlock,
  MultiExternalSelect,
  MultiStaticSelect,
  PlainTextInput,
  PlainTextOption,
} from "@slack/types";
import type { FormValues } from "../../rules/profile.ts";
import { defaults, limits, schedules } from "../../rules/profile.ts";
import { cutTo } from "../../rules/text.ts";
import type { TypedField } from "../../rules/vocabulary/suggest.ts";
import { option, plain } from "../blocks.ts";
import { profileForm } from "./profile-form-ids.ts";
import { fieldNames, scheduleName } from "./profile-words.ts";

function input(field: keyof typeof fieldNames, element: InputBlock["element"], hint?: string): InputBlock {
  return {
    type: "input",
    block_id: field,
    label: plain(fieldNames[field]),
    // A required checkbox cannot be submitted unticked; of the rest only the name has to be there.
    optional: field !== "name",
    // A choice tells us of all that is filled in, so that it can be kept; letters are not told one by one.
    ...(element.type.endsWith("_input") ? {} : { dispatch_action: true }),
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    element,
  };
}

export function nameInput(name = ""): InputBlock {
  const element: PlainTextInput = {
    type: "plain_text_input",
    action_id: profileForm.action,
    placeholder: plain("Enterprise SaaS — North America"),
    max_length: limits.name,
    ...(name === "" ? { focus_on_load: true } : { initial_value: cutTo(name, limits.name) }),
  };
  return input("name", element, `How your team will find it. Up to ${limits.name} characters.`);
}

export function descriptionInput(description = ""): InputBlock {
  const element: PlainTextInput = {
    type: "plain_text_input",
    action_id: profileForm.action,
    multiline: true,
    max_length: limits.description,
    placeholder: plain("What makes a company fit, and what rules it out"),
    ...(description === "" ? {} : { initial_value: cutTo(description, limits.description) }),
  };
  return input("description", element, descriptionHint);
}

/** Neither here nor in Kashew is there a field for exclusions. */
const descriptionHint = `Exclusions have no field of their own: write here what rules a company or person out. Up to ${limits.description} characters.`;

export function typedMenu(
  field: TypedField,
  values: FormValues,
  { placeholder, hint }: { placeholder: string; hint?: string },
): InputBlock {
  const chosen = (values[field] ?? []).map((term) => option(term));
  const element: MultiExternalSelect = {
    type: "multi_external_select",
    action_id: profileForm.action,
    placeholder: plain(placeholder),
    min_query_length: 0,
    max_selected_items: limits.terms,
    ...(chosen.length === 0 ? {} : { initial_options: chosen }),
  };
  return input(field, element, hint);
}

export function fixedMenu(
  field: "companySizes" | "seniorityLevels",
  values: FormValues,
  { offered, placeholder }: { offered: readonly string[]; placeholder: string },
): InputBlock {
  const chosen = values[field] ?? [];
  const options = [...new Set([...offered, ...chosen])].map((term) => option(term));
  const element: MultiStaticSelect = {
    type: "multi_static_select",
    action_id: profileForm.action,
    placeholder: plain(placeholder),
    options,
    ...(chosen.length === 0 ? {} : { initial_options: chosen.map((term) => option(term)) }),
  };
  return input(field, element);
}

export function activeInput(isActive: boolean): InputBlock {
  const ticked: PlainTextOption = option(
    profileForm.activeOption,
    "Generate prospects from this profile",
    "Untick to save it as paused.",
  );
  return input("isActive", {
    type: "checkboxes",
    action_id: profileForm.action,
    options: [ticked],
    ...(isActive ? { initial_options: [ticked] } : {}),
  });
}

export function limitInput(dailyLimit: number): InputBlock {
  const { min, max } = limits.dailyLimit;
  return input(
    "dailyLimit",
    {
      type: "number_input",
      action_id: profileForm.action,
      is_decimal_allowed: false,
      initial_value: String(dailyLimit),
      min_value: String(min),
      max_value: String(max),
      placeholder: plain(String(defaults.dailyLimit)),
    },
    `Whole number, ${min} to ${max}. Empty means ${defaults.dailyLimit}.`,
  );
}

export function scheduleInput(schedule: string): InputBlock {
  const options = [...new Set([...schedules, schedule])].map((each) => option(each, scheduleName(each)));
  return input(
    "schedule",
    {
      type: "static_select",
      action_id: profileForm.action,
      placeholder: plain("Daily"),
      options,
      initial_option: option(schedule, scheduleName(schedule)),
    },
    "Kashew generates daily.",
  );
}

export function confidenceInput(minConfidence: number): InputBlock {
  const { min, max } = limits.minConfidence;
  return input(
    "minConfidence",
    {
      type: "number_input",
      action_id: profileForm.action,
      is_decimal_allowed: true,
      initial_value: decimal(minConfidence),
      min_value: String(min),
      max_value: String(max),
      placeholder: plain(String(defaults.minConfidence)),
    },
    `${min} to ${max}. Higher means fewer and surer prospects. Empty means ${defaults.minConfidence}.`,
  );
}

/** "0.7"; never "1e-7", which Slack takes for no number. The reader takes nine decimals too. */
function decimal(number: number): string {
  return number.toFixed(9).replace(/\.?0+$/, "");
}
