import type {
  InputBlock,
  KnownBlock,
  ModalView,
  MultiExternalSelect,
  MultiStaticSelect,
  PlainTextInput,
  PlainTextOption,
} from "@slack/types";
import type { WritesToday } from "../../rules/plan.ts";
import { isNearLimit } from "../../rules/plan.ts";
import type { FormValues, Profile, ProfileId } from "../../rules/profile.ts";
import { companySizes, defaults, limits, schedules, seniorityLevels } from "../../rules/profile.ts";
import { cutTo } from "../../rules/text.ts";
import type { TypedField } from "../../rules/vocabulary/suggest.ts";
import { typedFields } from "../../rules/vocabulary/suggest.ts";
import type { Keeper } from "../../stores/profile-store.ts";
import { context, header, option, plain, section } from "../blocks.ts";
import { printFormMetadata } from "./form-metadata.ts";
import { fieldNames, scheduleName } from "./profile-words.ts";
import { reasonInput } from "./reason-input.ts";
import { writesLeft } from "./writes-spent.ts";

/** Each input's block_id is its field; what was typed survives a redraw only while these stay the same. */
export const profileForm = {
  id: "profile-form",
  edit: "profile-edit-form",
  action: "value",
  activeOption: "on",
  /** What has no field of its own is said under this one. */
  firstInput: "name",
} as const;

export interface ProfileFormAsk {
  /** What the form shows. Terms that no menu offers are added to it, or Slack would refuse the whole view. */
  readonly values?: FormValues;
  /** One form opened is one nonce: see `submissionKey`. */
  readonly nonce: string;
  readonly writes?: WritesToday;
  readonly keeper?: Keeper;
  /** The profile that is edited. */
  readonly editing?: Pick<Profile, "id" | "revision">;
  /** The profile in the archive whose changes become a new one. */
  readonly insteadOf?: ProfileId;
  /** Replaces the first line, after a save that made nothing. */
  readonly remark?: string | undefined;
}

/** Draws the form. `readProfileForm` is its inverse. */
export function drawProfileForm({
  values = {},
  nonce,
  writes,
  keeper = "workspace",
  editing,
  insteadOf,
  remark,
}: ProfileFormAsk): ModalView {
  const isNew = editing === undefined;
  return {
    type: "modal",
    callback_id: isNew ? profileForm.id : profileForm.edit,
    title: plain(isNew ? "New ICP profile" : "Edit ICP profile"),
    submit: plain(isNew ? "Save profile" : "Save changes"),
    close: plain("Cancel"),
    private_metadata: printFormMetadata({
      v: 1,
      nonce,
      ...(keeper === "kashew" ? { keeper } : {}),
      ...(isNew ? {} : { editing: { id: editing.id, revision: editing.revision } }),
      ...(insteadOf === undefined ? {} : { insteadOf }),
    }),
    blocks: [
      remark === undefined ? lead(writes) : section("form-remark", plain(remark)),
      nameInput(values.name),
      header("h-companies", "Which companies"),
      typedMenu("industries", values, {
        placeholder: "Type to search, e.g. SaaS",
        hint: "Not in the list? Type it and choose it. Your words are kept as they are.",
      }),
      fixedMenu("companySizes", values, { offered: companySizes, placeholder: "Choose employee ranges" }),
      typedMenu("countries", values, { placeholder: "Type a country, e.g. US" }),
      header("h-people", "Which people"),
      typedMenu("jobTitles", values, { placeholder: "Type to search, e.g. VP Sales" }),
      fixedMenu("seniorityLevels", values, { offered: seniorityLevels, placeholder: "Choose levels" }),
      typedMenu("departments", values, { placeholder: "Type to search, e.g. Sales" }),
      header("h-prospects", "Finding prospects"),
      context("form-backend", plain(backendWords[keeper])),
      activeInput(values.isActive ?? defaults.isActive),
      limitInput(values.dailyLimit ?? defaults.dailyLimit),
      scheduleInput(values.schedule ?? defaults.schedule),
      confidenceInput(values.minConfidence ?? defaults.minConfidence),
      descriptionInput(values.description),
      ...(isNew ? [] : [reasonInput("We left the German market")]),
    ],
  };
}

const backendWords: Record<Keeper, string> = {
  workspace:
    "These four settings take effect in Kashew. This workspace keeps profiles itself, so here they are only stored.",
  kashew:
    "Kashew finds prospects by these four settings. Once it is saved there, a profile can’t be changed from here.",
};

/** The field that a type-ahead asks for, by its block_id. */
export function typedFieldOf(blockId: string): TypedField | undefined {
  return typedFields.find((field) => field === blockId);
}

function lead(writes: WritesToday | undefined): KnownBlock {
  const advice = "Only the name is required. The six target fields make the difference; fill at least two.";
  if (writes === undefined || !isNearLimit(writes)) return context("form-lead", plain(advice));
  const near = `${writesLeft(writes)}.`;
  return context("form-lead", plain(advice), plain(near));
}

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

function nameInput(name = ""): InputBlock {
  const element: PlainTextInput = {
    type: "plain_text_input",
    action_id: profileForm.action,
    placeholder: plain("Enterprise SaaS — North America"),
    max_length: limits.name,
    ...(name === "" ? { focus_on_load: true } : { initial_value: cutTo(name, limits.name) }),
  };
  return input("name", element, `How your team will find it. Up to ${limits.name} characters.`);
}

function descriptionInput(description = ""): InputBlock {
  const element: PlainTextInput = {
    type: "plain_text_input",
    action_id: profileForm.action,
    multiline: true,
    max_length: limits.description,
    placeholder: plain("What makes a company fit, and what rules it out"),
    ...(description === "" ? {} : { initial_value: cutTo(description, limits.description) }),
  };
  return input("description", element, `Up to ${limits.description} characters.`);
}

function typedMenu(
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

function fixedMenu(
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

function activeInput(isActive: boolean): InputBlock {
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

function limitInput(dailyLimit: number): InputBlock {
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

function scheduleInput(schedule: string): InputBlock {
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

function confidenceInput(minConfidence: number): InputBlock {
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
