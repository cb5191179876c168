import type { Profile, ProfileDraft, ProfileField } from "../rules/profile.ts";
import { cleanText, foldKey } from "../rules/text.ts";

/** How far Kashew's clock may be behind ours. */
const skewMs = 2 * 60_000;

export interface LostAsk {
  /** What was sent, and when. */
  readonly draft: ProfileDraft;
  readonly at: string;
  /** Whether a profile was there before it was sent, or came of something else that was sent. */
  isOther(profile: Profile): boolean;
}

export type LostAnswer =
  | { readonly kind: "found"; readonly profile: Profile }
  | { readonly kind: "not-found" }
  /** Several may be it, or one is like it and not the same. */
  | { readonly kind: "not-sure" };

/** The profile that came of what was sent, among all that there are: of the same name and fields, created since. */
export function findLost(profiles: readonly Profile[], { draft, at, isOther }: LostAsk): LostAnswer {
  const name = foldKey(draft.name);
  const alike = profiles.filter(
    (profile) => foldKey(profile.name) === name && !isOther(profile) && isSince(profile, at) !== false,
  );
  const same = alike.filter((profile) => isSince(profile, at) === true && isSame(profile, draft));
  const [first, second] = same;
  if (first !== undefined && second === undefined) return { kind: "found", profile: first };
  return { kind: alike.length === 0 ? "not-found" : "not-sure" };
}

/** Undefined where the time is not known. */
function isSince({ known, createdAt }: Profile, at: string): boolean | undefined {
  if (known?.createdAt !== undefined) return undefined;
  return Date.parse(createdAt) >= Date.parse(at) - skewMs;
}

/** In all that Kashew returned of it. */
function isSame(profile: Profile, draft: ProfileDraft): boolean {
  const fields = Object.keys(draft) as (keyof ProfileDraft)[];
  return fields.every((field) => isUnsaid(profile, field) || keyOf(profile[field]) === keyOf(draft[field]));
}

function isUnsaid({ known }: Profile, field: ProfileField): boolean {
  return known?.[field] !== undefined;
}

function keyOf(value: ProfileDraft[keyof ProfileDraft]): string {
  if (Array.isArray(value)) return value.map(foldKey).sort().join("\n");
  return typeof value === "string" ? foldKey(cleanText(value)) : String(value);
}
