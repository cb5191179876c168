import { config as readDotenv } from "dotenv";
import { z } from "zod";
import { mostPeople } from "./rules/access.ts";
import { UserId } from "./rules/people.ts";
import { Plan } from "./rules/plan.ts";
import type { KeySource } from "./stores/key-source.ts";

/** Whose Slack it is: workspaces whose tokens are given, or everybody who comes through the install page. */
type Tenancy =
  | { readonly kind: "tokens"; readonly botTokens: readonly string[] }
  | ({ readonly kind: "installs" } & InstallConfig);

export interface InstallConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** Where people's browsers reach this app, without a slash at its end. */
  readonly publicUrl: string;
  readonly authorizeUrl: string;
  readonly privacyUrl: string | undefined;
  readonly encryptionKeys: KeySource;
}

/** How the bot reaches Slack. */
export type SlackConfig =
  | { readonly kind: "http"; readonly tenancy: Tenancy; readonly signingSecret: string }
  | { readonly kind: "socket"; readonly tenancy: Tenancy; readonly appToken: string }
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
  readonly defaultWriters: "admins" | "members";
  /** How long the data of a workspace that took the app away are kept. */
  readonly retentionDays: number;
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

/** Plain http only on this machine, for a sandbox. */
function isHttpsOrHere(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || (protocol === "http:" && /^(localhost|127\.0\.0\.1)$/.test(hostname));
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
  if (slack.kind === "none") return [];
  const { tenancy } = slack;
  const own = slack.kind === "http" ? slack.signingSecret : slack.appToken;
  if (tenancy.kind === "tokens") return [...tenancy.botTokens, own];
  const { clientSecret, stateSecret, encryptionKeys } = tenancy;
  const keys = encryptionKeys.kind === "given" ? encryptionKeys.keys : [];
  return [clientSecret, stateSecret, ...keys, own];
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
  return {
    kind: "config",
    remarks: remarksOn(slack, data),
    config: {
      slack,
      slackApiUrl: data.SLACK_API_URL,
      command: data.SLACK_COMMAND,
      host: data.HOST,
      port: data.PORT,
      dataDir: data.DATA_DIR,
      defaultPlan: data.DEFAULT_PLAN,
      defaultWriters: data.DEFAULT_WRITERS,
      retentionDays: data.RETENTION_DAYS,
      icpAdmins: data.ICP_ADMINS,
      requestsPerSecond: data.REQUESTS_PER_SECOND,
      ...(data.SUPPORT_URL !== undefined && { supportUrl: data.SUPPORT_URL }),
      logLevel: data.LOG_LEVEL,
    },
  };
}

function remarksOn(slack: SlackConfig, data: z.infer<typeof Settings>): string[] {
  if (slack.kind === "none") return [];
  const isInstalls = slack.tenancy.kind === "installs";
  return [
    ...(slack.kind === "socket" && data.SLACK_SIGNING_SECRET !== undefined ? [socketModeWins] : []),
    ...(isInstalls && data.SLACK_BOT_TOKEN !== undefined ? [installsWin] : []),
  ];
}

const installsWin =
  "SLACK_CLIENT_ID and SLACK_BOT_TOKEN are both set: workspaces come through the install page, and SLACK_BOT_TOKEN is not used.";
const socketModeWins =
  "SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: Socket Mode is used, and HTTP is not.";
const sandboxInstead = "With none of Slack’s settings a sandbox starts instead (but in production).";
const botTokenMissing =
  "SLACK_BOT_TOKEN is missing: at api.slack.com/apps, your app, OAuth & Permissions, Bot User OAuth Token. " +
  sandboxInstead;
const transportMissing =
  "SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing: at api.slack.com/apps, your app, " +
  `Basic Information, App-Level Tokens or Signing Secret. ${sandboxInstead}`;

type Problems = Extract<ConfigReading, { kind: "problems" }>;

function readSlack(
  data: z.infer<typeof Settings>,
  { isProduction }: { isProduction: boolean },
): SlackConfig | Problems {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = data;
  const tenancy = readTenancy(data);
  if (tenancy === undefined) {
    const isHalf = appToken !== undefined || signingSecret !== undefined;
    return isHalf ? { kind: "problems", problems: [botTokenMissing] } : { kind: "none", isProduction };
  }
  if (tenancy.kind === "problems") return tenancy;
  if (appToken !== undefined) return { kind: "socket", tenancy, appToken };
  if (signingSecret !== undefined) return { kind: "http", tenancy, signingSecret };
  return { kind: "problems", problems: [transportMissing] };
}

/** Undefined where no workspace is given and none can be installed. */
function readTenancy(data: z.infer<typeof Settings>): Tenancy | Problems | undefined {
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
    PUBLIC_URL: publicUrl,
    SLACK_BOT_TOKEN: botTokens,
  } = data;
  if (clientId === undefined && clientSecret === undefined && stateSecret === undefined) {
    return botTokens && { kind: "tokens", botTokens };
  }
  if (!(clientId && clientSecret && stateSecret && publicUrl)) {
    const needed = { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret };
    const all = { ...needed, SLACK_STATE_SECRET: stateSecret, PUBLIC_URL: publicUrl };
    const missing = Object.entries(all).filter(([, value]) => !value);
    return {
      kind: "problems",
      problems: missing.map(([name]) => `${name} is missing, which installing into many workspaces needs.`),
    };
  }
  return {
    kind: "installs",
    clientId,
    clientSecret,
    stateSecret,
    publicUrl,
    authorizeUrl: data.SLACK_AUTHORIZE_URL,
    privacyUrl: data.PRIVACY_URL,
    encryptionKeys: readKeySource(data),
  };
}

function readKeySource(data: z.infer<typeof Settings>): KeySource {
  const { ENCRYPTION_KEYS: keys, ENCRYPTION_KEYS_FILE: path, DATA_DIR: folder } = data;
  if (keys !== undefined) return { kind: "given", keys };
  return path === undefined ? { kind: "own", folder } : { kind: "file", path };
}

/** The value itself is left out: it may be a secret in the wrong variable. */
function problemOf({ path, message }: z.core.$ZodIssue): string {
  const name = String(path[0]);
  return message.startsWith(name) ? `${message}.` : `${name}: ${message}.`;
}
