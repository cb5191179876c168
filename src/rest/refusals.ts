import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Fault, FaultCode } from "../errors.ts";
import type { Missing } from "../rules/permission.ts";
import type { Profile } from "../rules/profile.ts";
import { printTag } from "./if-match.ts";

/** An answer that is no success, as Kashew says it. */
interface Refusal<Status extends ContentfulStatusCode> {
  readonly status: Status;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function refuse<Status extends ContentfulStatusCode>(
  c: Context,
  { status, detail, headers = {} }: Refusal<Status>,
) {
  return c.json({ detail }, status, headers);
}

export const invalidKey: Refusal<401> = {
  status: 401,
  detail: "Invalid API key",
  headers: { "www-authenticate": "Bearer" },
};

export const notFound: Refusal<404> = { status: 404, detail: "Not Found" };
export const noSuchProfile: Refusal<404> = { status: 404, detail: "No ICP profile has this id" };
/** Source: of these two sentences, FastAPI, which Kashew's errors look like. */
export function notTaken(allow: string): Refusal<405> {
  return { status: 405, detail: "Method Not Allowed", headers: { allow } };
}

export function nameTaken(name: string): Refusal<409> {
  return { status: 409, detail: `An ICP profile is called “${name}” already` };
}

export const malformedTag: Refusal<400> = {
  status: 400,
  detail: 'Send in If-Match the ETag of an answer as it was, such as "3", or *',
};
export const needsTag: Refusal<428> = {
  status: 428,
  detail: "Send the profile’s ETag in If-Match, so that nobody’s change is lost",
};

/** `current` is what somebody has made of it. */
export function hasChanged(current: Pick<Profile, "revision">): Refusal<412> {
  return {
    status: 412,
    detail: "The ICP profile has another ETag now: look at what was changed",
    headers: { etag: printTag(current) },
  };
}

export const keptElsewhere: Refusal<409> = {
  status: 409,
  detail: "This workspace keeps its ICP profiles in Kashew: ask Kashew’s API, with a key of Kashew’s",
};

/** What is left of such a body is not read. */
export const tooLarge: Refusal<413> = {
  status: 413,
  detail: "The body is over 256 KB",
  headers: { connection: "close" },
};
export const wrongType: Refusal<415> = { status: 415, detail: "Send the body as application/json" };

/** Source: Kashew's API page, "Errors". */
export function overLimit(seconds: number): Refusal<429> {
  return {
    status: 429,
    detail: `Rate limit exceeded. Try again in ${seconds} seconds.`,
    headers: { "retry-after": String(seconds) },
  };
}

export function lacking(missing: Missing): Refusal<403> {
  switch (missing.kind) {
    case "scope":
      return { status: 403, detail: `Scope '${missing.scope}' required` };
    case "plan":
      return { status: 403, detail: "ICP Profiles require the Pro plan or higher" };
    case "connection":
    case "standing":
      return { status: 403, detail: "ICP Profiles are closed to this key" };
  }
}

/** The seconds from `at` until a new UTC day brings new writes. */
export function untilTomorrow(at: Date): number {
  const dayMs = 24 * 60 * 60_000;
  return Math.ceil((dayMs - (at.getTime() % dayMs)) / 1000);
}

/** A fault in a program's words; the reference stands in the log and tells an ICP admin more. */
export function broken(fault: Fault, reference: string): Refusal<500 | 503> {
  const { status, sentence, retryAfter } = isMet(fault.code) ? faults[fault.code] : unexpected;
  return {
    status,
    detail: `${sentence} Reference ${reference}.`,
    ...(retryAfter !== undefined && { headers: { "retry-after": retryAfter } }),
  };
}

interface Broken {
  readonly status: 500 | 503;
  readonly sentence: string;
  readonly retryAfter?: string;
}

const unexpected: Broken = { status: 500, sentence: "Something went wrong that should not have." };

/** No program is answered where Kashew keeps the profiles. */
type Met = Exclude<FaultCode, `kashew-${string}`>;

function isMet(code: FaultCode): code is Met {
  return Object.hasOwn(faults, code);
}

const faults: Record<Met, Broken> = {
  "store-busy": {
    status: 503,
    sentence: "The profiles are busy with another change. Nothing was changed.",
    retryAfter: "1",
  },
  "store-damaged": { status: 503, sentence: "The profiles cannot be read: their file is damaged." },
  "store-full": { status: 503, sentence: "There is no room left to save profiles. Nothing was changed." },
  "store-newer": {
    status: 503,
    sentence: "The profiles were written by a newer version of this app. Nothing was changed.",
  },
  "store-read-only": {
    status: 503,
    sentence: "The profiles can be read but not changed: their file is read-only.",
  },
  "store-unreachable": {
    status: 503,
    sentence: "The profiles cannot be reached. Nothing was changed.",
    retryAfter: "60",
  },
  "too-many": {
    status: 503,
    sentence: "This workspace asks more at once than can be taken.",
    retryAfter: "1",
  },
  unexpected,
  // No program waits for Slack.
  "post-unconfirmed": unexpected,
  "reply-expired": unexpected,
  "sealed-shut": unexpected,
  "slack-busy": unexpected,
  "slack-refused": unexpected,
  "slack-late": unexpected,
  "slack-slow": unexpected,
  "slack-unreachable": unexpected,
  "trigger-expired": unexpected,
  "trigger-used": unexpected,
};
