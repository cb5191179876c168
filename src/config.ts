import { config as readDotenv } from "dotenv";
import type { z } from "zod";
import type { UserId } from "./rules/people.ts";
import type { Plan } from "./rules/plan.ts";
import { Settings } from "./settings.ts";
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
  /** Without a slash at its end. */
  readonly kashewApiUrl: string;
  /** What seals tokens and keys at rest. */
  readonly encryptionKeys: KeySource;
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
  /** What each workspace may ask in the long run, and of the install page each client. */
  readonly requestsPerSecond: number;
  /** In which header, in lower case, the proxy in front notes the client's address. */
  readonly trustedProxyHeader?: string;
  /** Whether programs with a key are answered under /api/v1. */
  readonly restApi: boolean;
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

/** What must stand nowhere but in the requests to Slack, or nowhere at all. */
export function secretsIn({
  slack,
  encryptionKeys,
}: Pick<Config, "slack" | "encryptionKeys">): readonly string[] {
  const keys = encryptionKeys.kind === "given" ? encryptionKeys.keys : [];
  if (slack.kind === "none") return keys;
  const { tenancy } = slack;
  const own = slack.kind === "http" ? slack.signingSecret : slack.appToken;
  if (tenancy.kind === "tokens") return [...tenancy.botTokens, ...keys, own];
  return [tenancy.clientSecret, tenancy.stateSecret, ...keys, own];
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

/** The same on another data folder, whose own key seals where none is given. */
export function withDataDir(config: Config, dataDir: string): Config {
  const { encryptionKeys } = config;
  return {
    ...config,
    dataDir,
    encryptionKeys: encryptionKeys.kind === "own" ? { kind: "own", folder: dataDir } : encryptionKeys,
  };
}

/** An empty variable counts as one that is not set. */
export function readConfig(environment: Environment): ConfigReading {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ""));
  const settings = Settings.safeParse(given);
  if (!settings.success) return { kind: "problems", problems: settings.error.issues.map(problemOf) };
  const { data } = settings;
  const slack = readSlack(data, { isProduction: data.NODE_ENV === "production" });
  if (slack.kind === "problems") return slack;
  return {
    kind: "config",
    remarks: remarksOn(slack, data),
    config: {
      slack,
      slackApiUrl: data.SLACK_API_URL,
      kashewApiUrl: data.KASHEW_API_URL,
      encryptionKeys: readKeySource(data),
      command: data.SLACK_COMMAND,
      host: data.HOST,
      port: data.PORT,
      dataDir: data.DATA_DIR,
      defaultPlan: data.DEFAULT_PLAN,
      defaultWriters: data.DEFAULT_WRITERS,
      retentionDays: data.RETENTION_DAYS,
      icpAdmins: data.ICP_ADMINS,
      requestsPerSecond: data.REQUESTS_PER_SECOND,
      ...(data.TRUSTED_PROXY_HEADER !== undefined && { trustedProxyHeader: data.TRUSTED_PROXY_HEADER }),
      restApi: data.REST_API === "on",
      ...(data.SUPPORT_URL !== undefined && { supportUrl: data.SUPPORT_URL }),
      logLevel: data.LOG_LEVEL,
    },
  };
}

function remarksOn(slack: SlackConfig, data: Settings): string[] {
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

function readSlack(data: Settings, { isProduction }: { isProduction: boolean }): SlackConfig | Problems {
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
function readTenancy(data: Settings): Tenancy | Problems | undefined {
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
  };
}

function readKeySource(data: Settings): KeySource {
  const { ENCRYPTION_KEYS: keys, ENCRYPTION_KEYS_FILE: path, DATA_DIR: folder } = data;
  if (keys !== undefined) return { kind: "given", keys };
  return path === undefined ? { kind: "own", folder } : { kind: "file", path };
}

/** The value itself is left out: it may be a secret in the wrong variable. */
function problemOf({ path, message }: z.core.$ZodIssue): string {
  const name = String(path[0]);
  return message.startsWith(name) ? `${message}.` : `${name}: ${message}.`;
}
