import type { FormState, InputState } from "./read-profile-form.ts";

/**
 * What an input is about, by its block_id. One that we filled anew has a number behind it, such as `industries:2`:
 * Slack goes on showing what was in an input whose id stays.
 */
export function fieldOf(blockId: string): string {
  return blockId.split(":", 1)[0] ?? "";
}

/** The block_ids of a form's inputs, by what they are about. */
export function inputIds(state: FormState): ReadonlyMap<string, string> {
  return new Map(Object.keys(state).map((blockId) => [fieldOf(blockId), blockId]));
}

/** Each input of a form by what it is about. */
export function inputsIn(state: FormState, action: string): (field: string) => InputState {
  const ids = inputIds(state);
  return (field) => state[ids.get(field) ?? field]?.[action] ?? {};
}

/** Errors of fields, under the ids that their inputs have in this form. */
export function underInputs(
  errors: Readonly<Record<string, string>>,
  state: FormState,
): Record<string, string> {
  const ids = inputIds(state);
  return Object.fromEntries(
    Object.entries(errors).map(([field, sentence]) => [
      Object.hasOwn(state, field) ? field : (ids.get(field) ?? field),
      sentence,
    ]),
  );
}
