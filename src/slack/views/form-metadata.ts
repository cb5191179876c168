import { z } from "zod";
import type { FilledFrom } from "../../rules/fill-from-template.ts";
import { ProfileId } from "../../rules/profile.ts";
import { findTemplate, templateFields } from "../../rules/templates.ts";

/** What a form carries in its private_metadata, which the client can read and forge. */
const FormMetadata = z.object({
  v: z.literal(1),
  nonce: z.uuid(),
  /** Where the profile is going to be kept, if not in the workspace itself. */
  keeper: z.literal("kashew").optional(),
  /** The template that each field was filled from last, and how often the form was filled. */
  from: z.partialRecord(z.enum(templateFields), z.string().max(50)).optional(),
  fills: z.int().min(1).optional(),
  /** The profile that is edited, and the revision that the form was filled from; 0 where that is not known. */
  editing: z.object({ id: ProfileId, revision: z.int().min(0) }).optional(),
  /** The profile in the archive whose changes become a new one. */
  insteadOf: ProfileId.optional(),
});
type FormMetadata = z.infer<typeof FormMetadata>;

export function printFormMetadata(metadata: FormMetadata): string {
  return JSON.stringify(metadata);
}

/** Undefined where this version of the app did not write it. */
export function readFormMetadata(text: string): FormMetadata | undefined {
  try {
    return FormMetadata.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export function printFilledFrom(from: FilledFrom): FormMetadata["from"] {
  return Object.fromEntries(Object.entries(from).map(([field, { id }]) => [field, id]));
}

/** Templates of another version of the app are passed over. */
export function readFilledFrom({ from = {} }: FormMetadata): FilledFrom {
  return Object.fromEntries(
    Object.entries(from).flatMap(([field, id]) => {
      const template = findTemplate(id);
      return template === undefined ? [] : [[field, template]];
    }),
  );
}
