import { z } from "zod";
import type { KashewProfile } from "../kashew/dialect.ts";
import { ProfileId } from "../rules/profile.ts";
import { readCursor } from "./cursor.ts";

/** Stands in the document beside whatever Kashew's own API page does not have. */
export const beyond = { "x-beyond-kashew": true } as const;

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

/** Read in if-match.ts, since what is wrong with it has answers of its own. */
const ifMatch = z
  .string()
  .optional()
  .meta({ examples: ['"3"', "*"] });

export const ChangeHeaders = z.object({
  "if-match": ifMatch.meta({
    param: {
      description: "The ETag of the profile that is to be changed, or * for whatever it is now.",
      required: true,
    },
  }),
});

export const ArchiveHeaders = z.object({
  "if-match": ifMatch.meta({
    param: { description: "Archives the profile only if it has this ETag still." },
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
