import type { RichTextBlock } from "@slack/types";
import type { Profile, TermField } from "../../rules/profile.ts";
import { labelled } from "../blocks.ts";
import { companyFields, peopleFields } from "./profile-words.ts";

/** Which companies and which people, all values of them. */
export function drawTargets(id: string, profile: Profile): RichTextBlock {
  return labelled(id, [
    { label: "Companies", ...orAny(targetsOf(profile, companyFields)) },
    { label: "People", ...orAny(targetsOf(profile, peopleFields)) },
  ]);
}

/** "SaaS, FinTech · 51-200"; empty where nothing is set. */
export function targetsOf(profile: Profile, fields: readonly TermField[]): string {
  return fields
    .filter((field) => profile[field].length > 0)
    .map((field) => profile[field].join(", "))
    .join(" · ");
}

function orAny(value: string): { value: string; remark: boolean } {
  return value === "" ? { value: "Any", remark: true } : { value, remark: false };
}
