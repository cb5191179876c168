import { z } from "zod";
import type { KashewDraft, KashewProfile } from "../kashew/dialect.ts";
import { fromKashewDraft } from "../kashew/dialect.ts";
import { companySizes, limits, ProfileDraft, ProfileId, seniorityLevels } from "../rules/profile.ts";
import { readCursor } from "./cursor.ts";

/** Stands in the document beside whatever Kashew's own API page does not have. */
export const beyond = { "x-beyond-kashew": true } as const;

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

const list = z.array(z.string());
/** Kashew's own answer lacks these. */
const listBeyond = list.meta(beyond);

export const ListedProfile = z
  .object({
    id: z.uuid(),
    name: z.string(),
    description: z.string(),
    is_active: z.boolean(),
    target_industries: list,
    target_company_sizes: listBeyond,
    target_job_titles: list,
    target_seniority_levels: listBeyond,
    target_departments: listBeyond,
    target_countries: list,
    min_confidence_score: z.number().meta(beyond),
    daily_prospect_limit: z.int(),
    generation_schedule: z.string().meta(beyond),
    created_at: z.iso.datetime(),
  } satisfies Record<keyof KashewProfile, z.ZodType>)
  .meta({ id: "Profile" });

export const ProfileList = z.object({
  profiles: z.array(ListedProfile),
  next_cursor: z
    .string()
    .optional()
    .meta({ description: "The cursor of the next page, where there is one.", ...beyond }),
});

export const Created = z.object({ id: z.uuid(), status: z.literal("created") });

/** How much one page may hold. */
const mostOnPage = 500;

export const ListQuery = z.object({
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .refine((limit) => limit <= mostOnPage)
    .optional()
    .meta({
      param: { description: "Profiles on a page. Without it, all of them come at once.", ...beyond },
      type: "integer",
      minimum: 1,
      maximum: mostOnPage,
    }),
  cursor: z
    .string()
    .max(200)
    .transform((text, context) => {
      const place = readCursor(text);
      if (place === undefined) context.addIssue({ code: "custom" });
      return place;
    })
    .optional()
    .meta({ param: { description: "The next_cursor of the page before.", ...beyond } }),
  search: z
    .string()
    .max(200)
    .transform((text) =>
      text
        .split(/\s+/)
        .filter((word) => word !== "")
        .slice(0, 10),
    )
    .optional()
    .meta({
      param: {
        description: "Words, all of which stand in a profile’s name, description or targets.",
        ...beyond,
      },
    }),
  active: z
    .enum(["true", "false"])
    .transform((active) => active === "true")
    .optional()
    .meta({
      param: { description: "Only those that are active, or that are paused.", ...beyond },
      type: "boolean",
    }),
});

export const CreateHeaders = z.object({
  "idempotency-key": z
    .string()
    .regex(/^[!-~]{1,255}$/)
    .optional()
    .meta({
      param: {
        description:
          "Visible ASCII. However often a request with the same key and body is sent with one API key, it makes one " +
          "profile and gets the first answer. (draft-ietf-httpapi-idempotency-key-header)",
        ...beyond,
      },
    }),
});

export const ProfileParams = z.object({ id: z.string().meta({ format: "uuid" }) });

/** Undefined where no profile can have this id. */
export function readProfileId(text: string): ProfileId | undefined {
  return ProfileId.safeParse(text.toLowerCase()).data;
}

export const Detail = z.object({ detail: z.string() }).meta({ id: "Detail" });

/** As FastAPI says what is wrong with a request. */
export const Problems = z
  .object({
    detail: z.array(
      z.object({ loc: z.array(z.union([z.string(), z.int()])), msg: z.string(), type: z.string() }),
    ),
  })
  .meta({ id: "Problems" });

function withoutNulls(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}
