import type { FormValues } from "./profile.ts";
import { limits } from "./profile.ts";
import type { Template, TemplateDraft } from "./templates.ts";
import { templateFields } from "./templates.ts";
import { foldKey } from "./text.ts";

export type TemplateField = keyof TemplateDraft;

/** What each field was filled from last; nothing where what stands in it never came from a template. */
export type FilledFrom = Partial<Readonly<Record<TemplateField, Template>>>;

interface Filling {
  /** As they are in the form. */
  readonly values: FormValues;
  /** The fields in which something stands that cannot be read. */
  readonly unreadable: ReadonlySet<string>;
  readonly before: FilledFrom;
  readonly template: Template;
}

export interface Filled {
  readonly values: FormValues;
  /** Of `values`, those that are other than before. */
  readonly filled: FormValues;
  readonly from: FilledFrom;
  /** The fields in `filled`. */
  readonly changed: readonly TemplateField[];
  /** Of these, the ones in which the person's own changes stand, too. */
  readonly joined: readonly TemplateField[];
  /** The fields of the template in which everything stays. */
  readonly kept: readonly TemplateField[];
}

/**
 * Fills what is empty, and what an earlier template has filled: its words go. Whatever the person wrote or chose stays,
 * and what they took out stays out.
 */
export function fillFromTemplate({ values, unreadable, before, template }: Filling): Filled {
  const kept: TemplateField[] = [];
  const joined: TemplateField[] = [];
  const next = new Map<TemplateField, Value>();
  for (const field of templateFields) {
    const [now, wish, was] = [values[field], template.draft[field], before[field]?.draft[field]];
    if (isSame(now, wish)) continue;
    const value = unreadable.has(field) ? now : isEmpty(now) ? wish : withChanges(now, { was, wish });
    if (isSame(value, now) || isTooMuch(field, value)) kept.push(field);
    else next.set(field, value);
    if (next.has(field) && !isSame(value, wish)) joined.push(field);
  }
  const changed = [...next.keys()];
  const filled: FormValues = Object.fromEntries(next);
  const from = { ...before, ...Object.fromEntries(changed.map((field) => [field, template])) };
  return { values: { ...values, ...filled }, filled, from, changed, joined, kept };
}

type Value = string | readonly string[] | undefined;

/**
 * `wish`, with what the person has added to `was` and without what they took out of it. `now` where all of it is their
 * own, or where they added nothing: what is left of `was` is what they chose.
 */
function withChanges(now: Value, { was, wish }: { was: Value; wish: Value }): Value {
  if (isSame(now, was)) return wish;
  if (typeof now === "string" && typeof was === "string" && typeof wish === "string")
    return withWhole(now, { was, wish });
  if (typeof now !== "object" || typeof was !== "object" || typeof wish !== "object") return now;
  const [before, after] = [keysOf(was), keysOf(now)];
  const own = now.filter((word) => !before.has(foldKey(word)));
  if (own.length === 0 || own.length === now.length) return now;
  const isTakenOut = (key: string) => before.has(key) && !after.has(key);
  const added = keysOf(own);
  const coming = wish.filter((word) => !isTakenOut(foldKey(word)) && !added.has(foldKey(word)));
  return [...coming, ...own];
}

/** `wish` where `was` stands whole, with what the person has written around it. */
function withWhole(now: string, { was, wish }: { was: string; wish: string }): string {
  const at = now.indexOf(was);
  const [start, end] = [now.slice(0, at), now.slice(at + was.length)];
  const isWhole = at !== -1 && !/[\p{L}\p{N}]$/u.test(start) && !/^[\p{L}\p{N}]/u.test(end);
  return isWhole ? `${start}${wish}${end}` : now;
}

function isTooMuch(field: TemplateField, value: Value = ""): boolean {
  return value.length > (field === "name" || field === "description" ? limits[field] : limits.terms);
}

function isEmpty(value: Value): boolean {
  return value === undefined || value.length === 0;
}

/** The order of words and their spelling do not count. */
function isSame(one: Value, other: Value): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(value: Value): string {
  if (value === undefined || typeof value === "string") return foldKey(value ?? "");
  return JSON.stringify([...keysOf(value)].sort());
}

function keysOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(foldKey));
}
