import { z } from "zod";
import type { TermField } from "../../rules/profile.ts";
import {
  defaults,
  FormValues,
  limits,
  ProfileDraft,
  termFields,
  withoutRepeats,
} from "../../rules/profile.ts";
import { cleanLine, cleanText, cutTo } from "../../rules/text.ts";
import { escaped } from "../blocks.ts";
import { inputsIn } from "./form-fields.ts";
import { profileForm } from "./profile-form-ids.ts";
import { fieldNames } from "./profile-words.ts";

const Option = z.object({ value: z.string(), text: z.object({ text: z.string() }).optional() });

/** One input's state. Slack leaves out or nulls what was not touched. */
const InputState = z.object({
  value: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  selected_option: Option.nullish(),
  selected_options: z.array(Option).nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
});
export type InputState = z.infer<typeof InputState>;

/** `view.state.values`: by block_id, then by action_id. */
export const FormState = z.record(z.string(), z.record(z.string(), InputState));
export type FormState = z.infer<typeof FormState>;

export type FieldErrors = Partial<Record<keyof ProfileDraft, string>>;

export type FormReading =
  | { readonly kind: "draft"; readonly draft: ProfileDraft }
  /** Every broken field with what to do about it, and the values of the others. */
  | { readonly kind: "errors"; readonly errors: FieldErrors; readonly values: FormValues };

/** Reads what `drawProfileForm` drew and a person filled in. */
export function readProfileForm(state: FormState): FormReading {
  const { values, errors } = readFormValues(state);
  if (Object.keys(errors).length > 0) return { kind: "errors", errors, values };
  return { kind: "draft", draft: ProfileDraft.parse(values) };
}

/** The same of a form that is still being filled in: as much of it as can be read. */
export function readFormValues(state: FormState): { values: FormValues; errors: FieldErrors } {
  const errors: FieldErrors = {};
  const inputOf: (field: keyof ProfileDraft) => InputState = inputsIn(state, profileForm.action);
  const lists = Object.fromEntries(
    termFields.map((field) => [field, readTerms(field, inputOf(field), errors)]),
  ) as Record<TermField, string[]>;
  const read: ProfileDraft = {
    name: readName(inputOf("name"), errors),
    description: readDescription(inputOf("description"), errors),
    isActive: (inputOf("isActive").selected_options ?? []).length > 0,
    dailyLimit: readNumber("dailyLimit", inputOf("dailyLimit"), errors),
    minConfidence: readNumber("minConfidence", inputOf("minConfidence"), errors),
    schedule: readSchedule(inputOf("schedule"), errors),
    ...lists,
  };
  const values = Object.fromEntries(Object.entries(read).filter(([field]) => !(field in errors)));
  return { values: FormValues.parse(values), errors };
}

function readName({ value }: InputState, errors: FieldErrors): string {
  const name = cleanLine(value ?? "");
  if (name === "") errors.name = "A name is needed, so that your team can find the profile.";
  else if (name.length > limits.name) errors.name = tooLong(name, limits.name);
  return name;
}

function readDescription({ value }: InputState, errors: FieldErrors): string {
  const description = cleanText(value ?? "");
  if (description.length > limits.description) errors.description = tooLong(description, limits.description);
  return description;
}

/** A menu offers what fits; a forged submission may hold anything. */
function readSchedule({ selected_option }: InputState, errors: FieldErrors): string {
  const schedule = cleanLine(selected_option?.value ?? defaults.schedule);
  if (schedule === "" || schedule.length > limits.term) errors.schedule = "Choose one of the list.";
  return schedule;
}

function tooLong({ length }: string, limit: number): string {
  return `Up to ${limit} characters; this has ${length}. An emoji counts as two or more.`;
}

function readTerms(field: TermField, { selected_options }: InputState, errors: FieldErrors): string[] {
  const chosen = (selected_options ?? []).flatMap(termsOf).map(cleanLine);
  const terms = withoutRepeats(chosen.filter((term) => term !== ""));
  const long = terms.find((term) => term.length > limits.term);
  if (long !== undefined) {
    errors[field] =
      `“${cutTo(long, 40)}” is too long: up to ${limits.term} characters. Remove it or shorten it.`;
  } else if (terms.length > limits.terms) {
    errors[field] = `At most ${limits.terms} ${fieldNames[field].toLowerCase()}; ${terms.length} are chosen.`;
  }
  return terms;
}

/** A choice of several words at once has them as a JSON list, which no single choice can be: see `drawSuggestions`. */
function termsOf({ value, text }: z.infer<typeof Option>): string[] {
  if (!value.startsWith("[")) return [value];
  try {
    const terms = z.array(z.string()).min(2).parse(JSON.parse(value));
    const shown = terms.join(", ");
    // Slack hands texts back escaped, though not everywhere (slackapi/bolt-python#513).
    return text?.text === shown || text?.text === escaped(shown) ? terms : [value];
  } catch {
    return [value];
  }
}

/** Takes a comma for a point: phones set to German or French type it. */
function readNumber(
  field: "dailyLimit" | "minConfidence",
  { value }: InputState,
  errors: FieldErrors,
): number {
  const typed = (value ?? "").trim();
  if (typed === "") return defaults[field];
  const number = /^[+-]?\d{1,9}([.,]\d{0,9})?$/.test(typed) ? Number(typed.replace(",", ".")) : Number.NaN;
  const { min, max } = limits[field];
  const isRight = number >= min && number <= max && (field !== "dailyLimit" || Number.isInteger(number));
  if (!isRight) {
    errors[field] =
      field === "dailyLimit"
        ? `Use a whole number from ${min} to ${max}.`
        : `Use a number from ${min} to ${max}, such as ${defaults.minConfidence}.`;
  }
  return number;
}
