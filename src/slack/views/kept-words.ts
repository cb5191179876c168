import { fieldsKnownAs, isUnknown } from "../../rules/known-fields.ts";
import type { Known, Profile, ProfileField } from "../../rules/profile.ts";
import type { Keeper, Source } from "../../stores/profile-store.ts";
import { dateOf, timeOf } from "../blocks.ts";
import { fieldNames, profilesCounted } from "./profile-words.ts";

/** "kept in Kashew" */
export function whereKept(keeper: Keeper): string {
  return keeper === "kashew" ? "kept in Kashew" : "kept in this workspace";
}

/** "Kept in Kashew" */
export function keptIn(keeper: Keeper): string {
  return `K${whereKept(keeper).slice(1)}`;
}

/** "kept in Kashew, read 09:20", as markup. */
export function sourceWords(source: Source): string {
  if (source.keeper === "workspace") return whereKept(source.keeper);
  const { readAt, stale, skipped } = source;
  const left = skipped === 0 ? "" : ` · ${profilesCounted(skipped)} there can’t be read`;
  if (stale === undefined) return `kept in Kashew, read ${timeOf(readAt)}${left}`;
  const last = dateOf(readAt, "Last read {date_short_pretty} at {time}");
  return `kept in Kashew, which can’t be read now. ${last}${left}`;
}

const unknownWords: Record<Exclude<Known, "own-copy">, string> = {
  "not-returned": "Not returned by Kashew",
  missing: "No value from Kashew",
  unreadable: "Kashew’s value can’t be read",
};

/** What stands in a value's place where nobody knows it. */
export function unknownWord({ known }: Pick<Profile, "known">, field: ProfileField): string | undefined {
  const how = known?.[field];
  return how === undefined || how === "own-copy" ? undefined : unknownWords[how];
}

type NamedField = keyof typeof fieldNames;

/** Of fields that are left out where nobody knows them: which they are. */
export function unknownRemark(
  profiles: readonly Pick<Profile, "known">[],
  fields: readonly NamedField[],
): string[] {
  const unknown = fields.filter((field) => profiles.some((profile) => isUnknown(profile, field)));
  return unknown.length === 0 ? [] : [`Not returned by Kashew: ${named(unknown)}.`];
}

/** What the words in the place of such a field mean. */
export function notReturnedRemark(profile: Pick<Profile, "known">, fields: readonly NamedField[]): string[] {
  return fieldsKnownAs(profile, "not-returned", fields).length === 0
    ? []
    : [
        `“${unknownWords["not-returned"]}” means that Kashew may hold a value there which its API does not show.`,
      ];
}

/** Which values are as they were saved from here. */
export function ownCopyRemark(
  profiles: readonly Pick<Profile, "known">[],
  fields: readonly NamedField[],
): string[] {
  const own = fields.filter((field) =>
    profiles.some((profile) => fieldsKnownAs(profile, "own-copy", [field]).length > 0),
  );
  return own.length === 0 ? [] : [`As saved from here, since Kashew doesn’t return them: ${named(own)}.`];
}

function named(fields: readonly NamedField[]): string {
  return fields.map((field) => fieldNames[field].toLowerCase()).join(", ");
}
