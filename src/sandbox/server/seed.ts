import { canary } from "./ids.ts";

export const roles = [
  "owner",
  "admin",
  "member",
  "guest",
  "single-channel-guest",
  "deactivated",
  "bot",
] as const;
export type Role = (typeof roles)[number];

export interface SeedWorkspace {
  /** Starts with T. */
  id: string;
  name: string;
  domain: string;
  /** Starts with E; an Enterprise organization's id. */
  enterprise?: string;
}

export interface SeedPerson {
  /** Starts with U or W. */
  id: string;
  /** The short name, as in @ana. */
  name: string;
  realName: string;
  /** A person of another workspace than the app's is a stranger to it. */
  workspace: string;
  role: Role;
  /** Of somebody in two workspaces of an organization, the other one, which Slack names as theirs wherever they are. */
  namedIn?: string;
}

export interface SeedChannel {
  /** Starts with C or G. */
  id: string;
  name: string;
  workspace: string;
  members: string[];
  private?: boolean;
  /** Other workspaces that see this channel (Slack Connect). */
  sharedWith?: string[];
}

export interface SeedInstallation {
  workspace: string;
  botToken: string;
  botUserId: string;
  botId: string;
  /** The organization, where the app was installed for all of it; its installations share one token. */
  enterprise?: string;
}

export interface SeedCommand {
  command: string;
  description: string;
  usageHint: string;
}

export interface SeedShortcut {
  name: string;
  callbackId: string;
  description?: string;
}

interface SeedApp {
  id: string;
  name: string;
  signingSecret: string;
  /** Opens Socket Mode. Starts with xapp-. */
  appToken: string;
  /** Where events, interactions, commands and option loads go. May be given later: `slack.connectApp`. */
  requestUrl?: string;
  commands: SeedCommand[];
  /** The global ones. */
  shortcuts: SeedShortcut[];
  scopes: string[];
  installations: SeedInstallation[];
  /** Where people may install it by themselves. */
  oauth?: {
    clientId: string;
    clientSecret: string;
    redirectUrls: string[];
    /** With token rotation alone. */
    tokenLifeSeconds?: number;
  };
}

export interface Seed {
  workspaces: SeedWorkspace[];
  /** Those in which an app can be installed as a whole. */
  organizations?: { id: string; name: string }[];
  people: SeedPerson[];
  channels: SeedChannel[];
  app: SeedApp;
}

export const betaInstallation: SeedInstallation = {
  workspace: "T0BETA",
  botToken: `xoxb-beta-${canary}`,
  botUserId: "U0BETABOT",
  botId: "B0BETABOT",
};

/** Acme, where the app is installed, and Beta Freight, where it is not. The app's bot sits in #general and #partners. */
export function defaultSeed(): Seed {
  return {
    workspaces: [
      { id: "T0ACME", name: "Acme", domain: "acme" },
      { id: "T0BETA", name: "Beta Freight", domain: "beta-freight" },
    ],
    people: [
      { id: "U0ANA", name: "ana", realName: "Ana Ruiz", workspace: "T0ACME", role: "owner" },
      { id: "U0OWEN", name: "owen", realName: "Owen Park", workspace: "T0ACME", role: "admin" },
      { id: "U0BEN", name: "ben", realName: "Ben Ito", workspace: "T0ACME", role: "member" },
      { id: "U0GUS", name: "gus", realName: "Gus Lind", workspace: "T0ACME", role: "guest" },
      { id: "U0DIA", name: "dia", realName: "Dia Roth", workspace: "T0ACME", role: "deactivated" },
      { id: "U0EVE", name: "eve", realName: "Eve Stone", workspace: "T0BETA", role: "member" },
    ],
    channels: [
      {
        id: "C0GENERAL",
        name: "general",
        workspace: "T0ACME",
        members: ["U0ANA", "U0OWEN", "U0BEN", "U0GUS", "U0DIA", "U0APPBOT"],
      },
      { id: "C0SALES", name: "sales", workspace: "T0ACME", members: ["U0ANA", "U0OWEN", "U0BEN"] },
      {
        id: "C0PARTNERS",
        name: "partners",
        workspace: "T0ACME",
        members: ["U0ANA", "U0BEN", "U0EVE", "U0APPBOT"],
        sharedWith: ["T0BETA"],
      },
      { id: "C0BETAGENERAL", name: "general", workspace: "T0BETA", members: ["U0EVE", "U0BETABOT"] },
    ],
    app: {
      id: "A0SANDBOX",
      name: "ICP Profiles",
      signingSecret: `${canary}-signing-secret`,
      appToken: `xapp-1-A0SANDBOX-${canary}`,
      commands: [
        {
          command: "/icp",
          description: "Define and list ideal customer profiles",
          usageHint: "list | new [name] | help",
        },
      ],
      shortcuts: [{ name: "New ICP profile", callbackId: "profile-new" }],
      scopes: ["commands", "chat:write", "users:read"],
      installations: [
        {
          workspace: "T0ACME",
          botToken: `xoxb-acme-${canary}`,
          botUserId: "U0APPBOT",
          botId: "B0APPBOT",
        },
      ],
    },
  };
}
