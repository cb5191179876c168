import { isKeyName, maskedKey } from "../../rules/api-key.ts";
import type { Author } from "../../rules/people.ts";
import type { Profile, TermField } from "../../rules/profile.ts";
import { cutTo } from "../../rules/text.ts";

/** How the fields are called, everywhere. */
export const fieldNames = {
  name: "Name",
  description: "Description",
  isActive: "Active",
  industries: "Industries",
  companySizes: "Company sizes",
  jobTitles: "Job titles",
  seniorityLevels: "Seniority levels",
  departments: "Departments",
  countries: "Countries",
  minConfidence: "Minimum confidence",
  dailyLimit: "Daily prospect limit",
  schedule: "Schedule",
} as const;

export const companyFields = ["industries", "companySizes", "countries"] as const satisfies TermField[];
export const peopleFields = ["jobTitles", "seniorityLevels", "departments"] as const satisfies TermField[];

export function stateOf({ isActive }: Profile): string {
  return isActive ? "Active" : "Paused";
}

/** "Fintech DACH", "Fintech UK (paused)" */
export function nameAndState({ name, isActive }: Pick<Profile, "name" | "isActive">): string {
  return isActive ? name : `${name} (paused)`;
}

/** "Up to 10 prospects a day" */
export function limitOf({ dailyLimit }: Profile): string {
  return `Up to ${dailyLimit} ${dailyLimit === 1 ? "prospect" : "prospects"} a day`;
}

export function scheduleName(schedule: string): string {
  return schedule === "daily" ? "Daily" : schedule;
}

/** The main targets in one line of at most 150 characters: two values a field, then how many more. */
export function targetsLine(profile: Profile): string {
  const fields: TermField[] = ["industries", "companySizes", "jobTitles", "countries"];
  const parts = fields.filter((field) => profile[field].length > 0).map((field) => shortened(profile[field]));
  return parts.length === 0 ? "No targets set" : cutTo(parts.join(" · "), 150);
}

function shortened(terms: readonly string[]): string {
  const more = terms.length > 2 ? ` +${terms.length - 2}` : "";
  return `${terms.slice(0, 2).join(", ")}${more}`;
}

/** "1 profile", "60 profiles" */
export function profilesCounted(count: number, kind = ""): string {
  return `${count} ${kind === "" ? "" : `${kind} `}${count === 1 ? "profile" : "profiles"}`;
}

/** As markup: a person is mentioned, which notifies nobody in a view. */
export function nameOf(author: Author): string {
  if (author === "operator") return "the operator";
  return isKeyName(author) ? `the API key \`${maskedKey(author)}\`` : `<@${author}>`;
}
