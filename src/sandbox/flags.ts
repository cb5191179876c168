import { parseArgs } from "node:util";

export const usage = `A small Slack on this machine, in your browser, with the bot in it.

  npm run sandbox -- [flags]

  --port N         where it listens, on 127.0.0.1 only; unless given 4000, or the next that is free
  --data FOLDER    where it keeps what happened in it (the folder sandbox in DATA_DIR)
  --reset          begins anew: what is kept there is deleted
  --socket         the bot uses Socket Mode instead of HTTP
  --verbose        shows the bot's log, which otherwise is only in bot.log, in that folder
  --watch          starts the bot anew at each change of its code
  --help           this text

Another app in it, which you start yourself; the settings that it needs are printed:

  --app URL        sends to this request URL, such as http://127.0.0.1:3000/slack/events
  --app socket     waits for the app in Socket Mode
  --manifest FILE  that app's manifest, YAML or JSON: its name, commands, shortcuts and scopes
`;

/** Which app is in the sandbox, and how it is reached. */
export type AppFlag =
  | { readonly kind: "bot"; readonly transport: "http" | "socket" }
  | {
      readonly kind: "another";
      readonly requestUrl: string | undefined;
      readonly manifest: string | undefined;
    };

export interface Flags {
  /** Where the person named none, a taken port is no trouble. */
  readonly port: number | undefined;
  readonly data: string | undefined;
  readonly reset: boolean;
  readonly verbose: boolean;
  readonly watch: boolean;
  readonly app: AppFlag;
}

export type FlagReading =
  | { readonly kind: "flags"; readonly flags: Flags }
  | { readonly kind: "help" }
  /** What was not understood. */
  | { readonly kind: "problem"; readonly problem: string };

export function readFlags(args: readonly string[]): FlagReading {
  try {
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) return { kind: "help" };
    const { data, reset, verbose, watch } = values;
    return {
      kind: "flags",
      flags: { port: readPort(values.port), data, reset, verbose, watch, app: readApp(values) },
    };
  } catch (thrown) {
    return { kind: "problem", problem: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

const options = {
  port: { type: "string" },
  data: { type: "string" },
  reset: { type: "boolean", default: false },
  socket: { type: "boolean", default: false },
  verbose: { type: "boolean", default: false },
  watch: { type: "boolean", default: false },
  app: { type: "string" },
  manifest: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

function readPort(port: string | undefined): number | undefined {
  if (port === undefined || (/^\d+$/.test(port) && Number(port) <= 65_535))
    return port === undefined ? port : Number(port);
  throw new Error(`--port is a number from 0 (any free port) to 65535, not “${port}”.`);
}

function readApp({
  app,
  manifest,
  ...ours
}: {
  app?: string | undefined;
  manifest?: string | undefined;
  socket: boolean;
  verbose: boolean;
  watch: boolean;
}): AppFlag {
  if (app === undefined) {
    if (manifest !== undefined)
      throw new Error("--manifest belongs to another app: say with --app where it is.");
    return { kind: "bot", transport: ours.socket ? "socket" : "http" };
  }
  const strange = (["socket", "verbose", "watch"] as const).find((flag) => ours[flag]);
  if (strange !== undefined) throw new Error(`--${strange} is about the bot, and with --app there is none.`);
  if (app !== "socket" && !/^https?:$/.test(URL.canParse(app) ? new URL(app).protocol : "")) {
    throw new Error(`--app is a URL, such as http://127.0.0.1:3000/slack/events, or socket, not “${app}”.`);
  }
  return { kind: "another", requestUrl: app === "socket" ? undefined : app, manifest };
}
