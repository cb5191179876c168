import type { FormValues } from "./profile.ts";
import type { Template, TemplateDraft } from "./templates.ts";
import { templateFields } from "./templates.ts";
import { foldKey } from "./text.ts";

export type TemplateField = keyof TemplateDraft;

interface Filling {
  /** As they are in the form. */
  readonly values: FormValues;
  /** The fields in which something stands that cannot be read. */
  readonly unreadable: ReadonlySet<string>;
  /** What the form was filled from before. */
  readonly before: Template | undefined;
  readonly template: Template;
}

export interface Filled {
  readonly values: FormValues;
  /** Of `values`, those that are other than before. */
  readonly filled: FormValues;
  /** Their fields. */
  readonly changed: readonly TemplateField[];
  /** The fields of the template in which the person's own words stay. */
  readonly kept: readonly TemplateField[];
}

/** Fills what is empty, or still says what the template before it said. Whatever the person wrote or chose stays. */
export function fillFromTemplate({ values, unreadable, before, template }: Filling): Filled {
  const changed: TemplateField[] = [];
  const kept: TemplateField[] = [];
  for (const field of templateFields) {
    const [now, wish] = [values[field], template.draft[field]];
    if (isSame(now, wish)) continue;
    const isOwn = unreadable.has(field) || !(isEmpty(now) || isSame(now, before?.draft[field]));
    (isOwn ? kept : changed).push(field);
  }
  const filled: FormValues = Object.fromEntries(changed.map((field) => [field, template.draft[field]]));
  return { values: { ...values, ...filled }, filled, changed, kept };
}

type Value = string | readonly string[] | undefined;

function isEmpty(value: Value): boolean {
  return value === undefined || value.length === 0;
}

/** The order of words and their spelling do not count. */
function isSame(one: Value, other: Value): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(value: Value): string {
  if (value === undefined || typeof value === "string") return foldKey(value ?? "");
  return JSON.stringify(value.map(foldKey).sort());
}
