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

/** An answer whose errors stand under the ids that the inputs have in this form. */
export function underInputs<Answer extends object>(answer: Answer, state: FormState): Answer {
  if (!("errors" in answer) || typeof answer.errors !== "object" || answer.errors === null) return answer;
  const ids = inputIds(state);
  const named = Object.entries(answer.errors).map(([field, sentence]) => [
    Object.hasOwn(state, field) ? field : (ids.get(field) ?? field),
    sentence,
  ]);
  return { ...answer, errors: Object.fromEntries(named) };
}
