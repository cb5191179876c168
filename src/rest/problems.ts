import type { z } from "zod";
import { limits } from "../rules/profile.ts";
import { mostReason } from "../rules/revision.ts";
import type { Problems } from "./schemas.ts";

type Problem = z.infer<typeof Problems>["detail"][number];

/** What of a request is wrong, each place of it in words. */
export function problemsIn(target: string, issues: readonly z.core.$ZodIssue[]): Problem[] {
  return issues.map(({ path, code: type }) => {
    const loc = path.map((part) => (typeof part === "number" ? part : String(part)));
    const isElement = path.length > 1;
    const given = isElement ? term : takes[String(path[0])];
    return {
      loc: [places[target] ?? target, ...loc],
      msg: `Give ${given ?? `an object, such as { "name": "Fintech" }`}.`,
      type,
    };
  });
}

export const notJson: Problem = { loc: ["body"], msg: "This is not JSON.", type: "json_invalid" };

/** A key stands for one profile: to reuse it for another would hide that nothing was made. */
export function keyReused(name: string): Problem {
  return {
    loc: ["header", "idempotency-key"],
    msg: `This key was sent before with another body, which made “${name}”. Send a new key.`,
    type: "idempotency_key_reused",
  };
}

/** FastAPI's names for the parts of a request. */
const places: Readonly<Record<string, string>> = { json: "body", query: "query", header: "header" };

const term = `a text of 1 to ${limits.term} characters`;
const list = `a list of at most ${limits.terms} texts of 1 to ${limits.term} characters each`;

const takes: Readonly<Record<string, string>> = {
  name: `a text of 1 to ${limits.name} characters`,
  description: `a text of at most ${limits.description} characters`,
  reason: `a text of at most ${mostReason} characters`,
  is_active: "true or false",
  target_industries: list,
  target_company_sizes: list,
  target_job_titles: list,
  target_seniority_levels: list,
  target_departments: list,
  target_countries: list,
  min_confidence_score: `a number from ${limits.minConfidence.min} to ${limits.minConfidence.max}`,
  daily_prospect_limit: `a whole number from ${limits.dailyLimit.min} to ${limits.dailyLimit.max}`,
  generation_schedule: `${term}, such as daily`,
  limit: "a whole number from 1 to 500",
  cursor: "the next_cursor of an earlier answer",
  search: "at most 200 characters",
  active: "true or false",
  "idempotency-key": "1 to 255 visible ASCII characters",
};
