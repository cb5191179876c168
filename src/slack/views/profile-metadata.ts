import { z } from "zod";
import { ProfileId } from "../../rules/profile.ts";

/** What a form about one profile carries in its private_metadata, which the client can read and forge. */
const Metadata = z.object({ v: z.literal(1), profile: ProfileId });

export function printProfileMetadata(profile: ProfileId): string {
  return JSON.stringify({ v: 1, profile } satisfies z.input<typeof Metadata>);
}

/** Undefined where this version of the app did not write it. */
export function readProfileMetadata(text: string): ProfileId | undefined {
  try {
    return Metadata.safeParse(JSON.parse(text)).data?.profile;
  } catch {
    return undefined;
  }
}
