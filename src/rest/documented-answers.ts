import type { z } from "zod";
import { Detail, Problems } from "./schemas.ts";

/** An answer as the document has it. */
export function json<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { "application/json": { schema } } };
}

const retryAfter = {
  headers: { "Retry-After": { description: "Seconds", schema: { type: "integer" as const } } },
};

/** An answer that comes with the profile's revision. */
export const tag = {
  headers: {
    ETag: { description: "The profile’s revision, for If-Match", schema: { type: "string" as const } },
  },
};

const all = {
  400: json("If-Match holds no ETag", Detail),
  401: json("No valid key", Detail),
  403: json("The key’s scope or the workspace’s plan is too small", Detail),
  404: json("There is no such profile", Detail),
  409: json("A profile has this name, or the profiles are kept in Kashew", Detail),
  412: { ...json("The profile has another ETag", Detail), ...tag },
  413: json("The body is too large", Detail),
  415: json("The body is no JSON", Detail),
  422: json("The request has something wrong in it", Problems),
  428: json("If-Match is missing", Detail),
  429: { ...json("The hour’s requests or the day’s writes are used up", Detail), ...retryAfter },
  500: json("Something broke", Detail),
  503: json("The profiles cannot be reached now", Detail),
};

/** Those of the answers that are no success. */
export function answers<Status extends keyof typeof all>(
  ...statuses: readonly Status[]
): Pick<typeof all, Status> {
  return Object.fromEntries(statuses.map((status) => [status, all[status]])) as Pick<typeof all, Status>;
}
