import { z } from "zod";
import { mostPeople } from "./rules/access.ts";
import { UserId } from "./rules/people.ts";
import { Plan } from "./rules/plan.ts";

const token = (name: string, prefix: string, what: string) =>
  z.string().startsWith(prefix, `${name} starts with ${prefix}: it is the ${what}`);

const list = z.string().transform((text) => text.split(/[\s,]+/).filter((each) => each !== ""));

/** Plain http only on this machine, for a sandbox. Of what is no URL that alone is told. */
function isHttpsOrHere(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || (protocol === "http:" && /^(localhost|127\.0\.0\.1)$/.test(hostname));
}

/** Paths are added to its end, and it stands in errors. */
function isBare(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { username, password, search, hash } = new URL(url);
  return `${username}${password}${search}${hash}` === "";
}

/** The variables of the environment, each with its default; README.md and `.env.example` say the same. */
export const Settings = z.object({
  /** One for each workspace, with commas between. */
  SLACK_BOT_TOKEN: list
    .pipe(z.array(token("SLACK_BOT_TOKEN", "xoxb-", "Bot User OAuth Token")).min(1))
    .optional(),
  SLACK_APP_TOKEN: token("SLACK_APP_TOKEN", "xapp-", "App-Level Token").optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_API_URL: z
    .url("SLACK_API_URL is a URL, such as https://slack.com/api/")
    .default("https://slack.com/api/"),
  KASHEW_API_URL: z
    .url("KASHEW_API_URL is a URL, such as https://kashew.ai/api/v1")
    .refine(isHttpsOrHere, "KASHEW_API_URL is an https URL, such as https://kashew.ai/api/v1")
    .refine(isBare, "KASHEW_API_URL has no name, password or question in it")
    .transform((url) => url.replace(/\/+$/, ""))
    .default("https://kashew.ai/api/v1"),
  SLACK_COMMAND: z
    .string()
    .regex(/^\/[a-z0-9_-]{1,31}$/, "SLACK_COMMAND is a slash and up to 31 lower-case letters, such as /icp")
    .default("/icp"),
  HOST: z.string().default("0.0.0.0"),
  PORT: z.coerce
    .number("PORT is a number")
    .int("PORT is a whole number")
    .min(0, "PORT is 0 (any free one) to 65535")
    .max(65_535, "PORT is 0 (any free one) to 65535")
    .default(3000),
  DATA_DIR: z.string().default("./data"),
  DEFAULT_PLAN: z.enum(Plan.options, `DEFAULT_PLAN is ${Plan.options.join(", ")}`).default("pro"),
  DEFAULT_WRITERS: z.enum(["admins", "members"], "DEFAULT_WRITERS is admins or members").default("admins"),
  ICP_ADMINS: list
    .pipe(z.array(UserId, "ICP_ADMINS").max(mostPeople, `ICP_ADMINS is at most ${mostPeople} people`))
    .default([])
    .describe("user ids"),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z.string().min(16, "SLACK_STATE_SECRET has at least 16 characters").optional(),
  SLACK_AUTHORIZE_URL: z
    .url("SLACK_AUTHORIZE_URL is a URL, such as https://slack.com/oauth/v2/authorize")
    .default("https://slack.com/oauth/v2/authorize"),
  PUBLIC_URL: z
    .url("PUBLIC_URL is a URL, such as https://icp.example.com")
    .refine(isHttpsOrHere, "PUBLIC_URL is an https URL, such as https://icp.example.com")
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  PRIVACY_URL: z
    .url({ protocol: /^https$/, error: "PRIVACY_URL is an https URL, such as https://example.com/privacy" })
    .optional(),
  RETENTION_DAYS: z
    .string()
    .regex(/^(?:\d|1[0-4])$/, "RETENTION_DAYS is a number of days from 0 to 14")
    .default("7")
    .transform(Number),
  ENCRYPTION_KEYS: list.optional(),
  ENCRYPTION_KEYS_FILE: z.string().optional(),
  TRUSTED_PROXY_HEADER: z
    .string()
    .regex(/^[a-z0-9-]+$/i, "TRUSTED_PROXY_HEADER is a header’s name, such as x-forwarded-for")
    .toLowerCase()
    .optional(),
  REQUESTS_PER_SECOND: z.coerce
    .number("REQUESTS_PER_SECOND is a number")
    .int("REQUESTS_PER_SECOND is a whole number")
    .min(1, "REQUESTS_PER_SECOND is at least 1")
    .default(20),
  REST_API: z.enum(["on", "off"], "REST_API is on or off").default("on"),
  SUPPORT_URL: z
    .url({ protocol: /^https$/, error: "SUPPORT_URL is an https URL, such as https://example.com/help" })
    .max(500, "SUPPORT_URL is at most 500 characters")
    .optional(),
  /** Without any of Slack's settings `production` starts no sandbox. */
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "silent"],
      "LOG_LEVEL is fatal, error, warn, info, debug or silent",
    )
    .default("info"),
});
export type Settings = z.infer<typeof Settings>;
