import { setFields } from "./hints.ts";
import type { FormValues } from "./profile.ts";
import { defaults } from "./profile.ts";
import { foldKey } from "./text.ts";

/** Whether a form holds nothing but what it was opened with. */
export function isBlank(values: FormValues): boolean {
  const { name = "", description = "", ...rest } = values;
  if (name !== "" || description !== "" || setFields(values).length > 0) return false;
  return (["isActive", "dailyLimit", "schedule", "minConfidence"] as const).every(
    (field) => rest[field] === undefined || rest[field] === defaults[field],
  );
}

/** Whether a draft says no more than the name that somebody gives now, so that there is nothing to choose between. */
export function addsNothing(values: FormValues, name: string): boolean {
  return isBlank({ ...values, name: "" }) && foldKey(values.name ?? "") === foldKey(name);
}
