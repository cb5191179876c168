import type { RichTextBlock } from "@slack/types";
import { isUnknown } from "../../rules/known-fields.ts";
import type { Profile, TermField } from "../../rules/profile.ts";
import { termFields } from "../../rules/profile.ts";
import { labelled } from "../blocks.ts";
import { ownCopyRemark, unknownRemark } from "./kept-words.ts";
import { companyFields, peopleFields, termsLine } from "./profile-words.ts";

/** Which companies and which people, all values of them. */
export function drawTargets(id: string, profile: Profile): RichTextBlock {
  return labelled(id, [
    { label: "Companies", ...orAny(profile, companyFields) },
    { label: "People", ...orAny(profile, peopleFields) },
  ]);
}

/** Which targets are not known, or not from Kashew. */
export function targetRemarks(profile: Profile): string[] {
  return [...unknownRemark([profile], termFields), ...ownCopyRemark([profile], termFields)];
}

/** "SaaS, FinTech · 51-200"; empty where nothing is set. */
export function targetsOf(profile: Profile, fields: readonly TermField[]): string {
  return fields
    .filter((field) => profile[field].length > 0)
    .map((field) => termsLine(profile[field]))
    .join(" · ");
}

function orAny(profile: Profile, fields: readonly TermField[]): { value: string; remark: boolean } {
  const value = targetsOf(profile, fields);
  if (value !== "") return { value, remark: false };
  const isAny = fields.every((field) => !isUnknown(profile, field));
  return { value: isAny ? "Any" : "None known", remark: true };
}
