import { z } from "zod";
import type { KashewDraft } from "../kashew/dialect.ts";
import { fromKashewChange, fromKashewDraft } from "../kashew/dialect.ts";
import { companySizes, limits, ProfileDraft, seniorityLevels } from "../rules/profile.ts";
import { mostReason } from "../rules/revision.ts";

const { shape: draft } = ProfileDraft;
const term = { type: "string", minLength: 1, maxLength: limits.term } as const;
const terms = { maxItems: limits.terms, items: term } as const;

/** The fields of a profile as a program may send them; what a rule takes away or adds stands in their descriptions. */
const written = {
  name: draft.name.meta({
    description: "Unlike that of every other profile, whatever the case. Lengths are UTF-16 code units.",
    example: "Enterprise SaaS — North America",
    minLength: 1,
    maxLength: limits.name,
  }),
  description: draft.description.meta({
    example: "Mid-to-large SaaS companies in North America",
    maxLength: limits.description,
  }),
  is_active: draft.isActive.meta({ description: "Whether to generate prospects." }),
  target_industries: draft.industries.meta({ example: ["SaaS", "Technology"], ...terms }),
  target_company_sizes: draft.companySizes.meta({
    description: `Such as ${companySizes.join(", ")}.`,
    example: ["51-200", "201-500"],
    ...terms,
  }),
  target_job_titles: draft.jobTitles.meta({ example: ["VP Sales", "CTO", "Head of Growth"], ...terms }),
  target_seniority_levels: draft.seniorityLevels.meta({
    description: `Such as ${seniorityLevels.join(", ")}.`,
    example: ["VP", "Director", "C-Suite"],
    ...terms,
  }),
  target_departments: draft.departments.meta({ example: ["Sales", "Engineering"], ...terms }),
  target_countries: draft.countries.meta({
    description: "Names, not codes.",
    example: ["United States", "Canada"],
    ...terms,
  }),
  min_confidence_score: draft.minConfidence,
  daily_prospect_limit: draft.dailyLimit.meta({ description: "Prospects generated a day at most." }),
  generation_schedule: draft.schedule.meta({
    description: "Kashew knows daily.",
    example: "daily",
    minLength: 1,
    maxLength: limits.term,
  }),
};

/** What a new profile is made from. Null counts as left out, and what has another name is not looked at. */
export const NewProfile = z
  .preprocess(withoutNulls, z.object(written).meta({ id: "NewProfile" }))
  .transform((body: KashewDraft) => fromKashewDraft(body));

/** What is to be other than it is. Null counts as left out here too: an empty text or list is what empties a field. */
export const ProfilePatch = z
  .preprocess(
    withoutNulls,
    z
      .object({
        ...withoutDefaults(written),
        reason: z
          .string()
          .refine(({ length }) => length <= mostReason)
          .optional()
          .meta({
            description: "Why, for whoever reads the profile’s history.",
            example: "We closed the office in Vienna",
            maxLength: mostReason,
          }),
      })
      .meta({ id: "ProfilePatch" }),
  )
  .transform(({ reason, ...fields }) => ({ change: fromKashewChange(fields), reason }));

type Optional<Field extends z.ZodType> = z.ZodOptional<
  Field extends z.ZodDefault<infer Inner extends z.core.SomeType> ? Inner : Field
>;

/** Each field as it is, but that it may be left out and is not filled in then. */
function withoutDefaults<Shape extends Readonly<Record<string, z.ZodType>>>(shape: Shape) {
  const fields = Object.entries(shape).map(([name, field]) => {
    const inner = field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : field;
    return [name, inner.optional().meta(field.meta() ?? {})];
  });
  return Object.fromEntries(fields) as { [Name in keyof Shape]: Optional<Shape[Name]> };
}

function withoutNulls(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}
