import { config as readDotenv } from "dotenv";
import { z } from "zod";
import { UserId } from "./rules/people.ts";
import type { Writers } from "./rules/permission.ts";
import { Plan } from "./rules/plan.ts";

/** How the bot reaches Slack. */
export type SlackConfig =
  | { readonly kind: "http"; readonly botTokens: readonly string[]; readonly signingSecret: string }
  | { readonly kind: "socket"; readonly botTokens: readonly string[]; readonly appToken: string }
  /** Nothing of Slack is configured. In production that is a mistake; elsewhere somebody tries the bot. */
  | { readonly kind: "none"; readonly isProduction: boolean };

export interface Config {
  readonly slack: SlackConfig;
  readonly slackApiUrl: string;
  /** The command's name in this workspace, with its slash. */
  readonly command: string;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly defaultPlan: Plan;
  readonly defaultWriters: Writers;
  readonly icpAdmins: readonly UserId[];
  /** What each workspace may ask in the long run. */
  readonly requestsPerSecond: number;
  /** Where people find help with this app. */
  readonly supportUrl?: string;
  readonly logLevel: string;
}

export type ConfigReading =
  | {
      readonly kind: "config";
      readonly config: Config;
      /** A sentence for each thing that is set and not used. */
      readonly remarks: readonly string[];
    }
  /** A sentence for each thing that is wrong. */
  | { readonly kind: "problems"; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const token = (name: string, prefix: string, what: string) =>
  z.string().startsWith(prefix, `${name} starts with ${prefix}: it is the ${what}`);

const list = z.string().transform((text) => text.split(/[\s,]+/).filter((each) => each !== ""));

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
  ICP_ADMINS: list.pipe(z.array(UserId, "ICP_ADMINS")).default([]).describe("user ids"),
  REQUESTS_PER_SECOND: z.coerce
    .number("REQUESTS_PER_SECOND is a number")
    .int("REQUESTS_PER_SECOND is a whole number")
    .min(1, "REQUESTS_PER_SECOND is at least 1")
    .default(20),
  SUPPORT_URL: z
    .url({ protocol: /^https$/, error: "SUPPORT_URL is an https URL, such as https://example.com/help" })
    .max(500, "SUPPORT_URL is at most 500 characters")
    .optional(),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "silent"],
      "LOG_LEVEL is fatal, error, warn, info, debug or silent",
    )
    .default("info"),
});

/** What must stand nowhere but in the requests to Slack. */
export function secretsIn(slack: SlackConfig): readonly string[] {
  switch (slack.kind) {
    case "http":
      return [...slack.botTokens, slack.signingSecret];
    case "socket":
      return [...slack.botTokens, slack.appToken];
    case "none":
      return [];
  }
}

/** Reads `.env`, where there is one, and the environment, which wins. The only place that does. */
export function readEnvironment(): ConfigReading {
  readDotenv({ quiet: true });
  return readConfig(process.env);
}

/** The environment of a process that this one starts: its own, with these changes. */
export function environmentWith(changes: Environment): Environment {
  return { ...process.env, ...changes };
}

/** An empty variable counts as one that is not set. */
export function readConfig(environment: Environment): ConfigReading {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ""));
  const settings = Settings.safeParse(given);
  if (!settings.success) return { kind: "problems", problems: settings.error.issues.map(problemOf) };
  const { data } = settings;
  const slack = readSlack(data, { isProduction: given.NODE_ENV === "production" });
  if (slack.kind === "problems") return slack;
  const isUnused = slack.kind === "socket" && data.SLACK_SIGNING_SECRET !== undefined;
  return {
    kind: "config",
    remarks: isUnused ? [socketModeWins] : [],
    config: {
      slack,
      slackApiUrl: data.SLACK_API_URL,
      command: data.SLACK_COMMAND,
      host: data.HOST,
      port: data.PORT,
      dataDir: data.DATA_DIR,
      defaultPlan: data.DEFAULT_PLAN,
      defaultWriters: data.DEFAULT_WRITERS,
      icpAdmins: data.ICP_ADMINS,
      requestsPerSecond: data.REQUESTS_PER_SECOND,
      ...(data.SUPPORT_URL !== undefined && { supportUrl: data.SUPPORT_URL }),
      logLevel: data.LOG_LEVEL,
    },
  };
}

const socketModeWins =
  "SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: Socket Mode is used, and HTTP is not.";
const sandboxInstead = "With none of Slack’s settings a sandbox starts instead (but in production).";
const botTokenMissing =
  "SLACK_BOT_TOKEN is missing: at api.slack.com/apps, your app, OAuth & Permissions, Bot User OAuth Token. " +
  sandboxInstead;
const transportMissing =
  "SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing: at api.slack.com/apps, your app, " +
  `Basic Information, App-Level Tokens or Signing Secret. ${sandboxInstead}`;

function readSlack(
  {
    SLACK_BOT_TOKEN: botTokens,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
  }: z.infer<typeof Settings>,
  { isProduction }: { isProduction: boolean },
): SlackConfig | Extract<ConfigReading, { kind: "problems" }> {
  if (botTokens === undefined) {
    const isHalf = appToken !== undefined || signingSecret !== undefined;
    return isHalf ? { kind: "problems", problems: [botTokenMissing] } : { kind: "none", isProduction };
  }
  if (appToken !== undefined) return { kind: "socket", botTokens, appToken };
  if (signingSecret !== undefined) return { kind: "http", botTokens, signingSecret };
  return { kind: "problems", problems: [transportMissing] };
}

/** The value itself is left out: it may be a secret in the wrong variable. */
function problemOf({ path, message }: z.core.$ZodIssue): string {
  const name = String(path[0]);
  return message.startsWith(name) ? `${message}.` : `${name}: ${message}.`;
}
