import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Document } from "yaml";
import { parseDocument } from "yaml";

const help = `Prints manifest.yml for one deployment, to paste at https://api.slack.com/apps, Create New App, From a manifest.

  npm run --silent manifest -- --url https://icp.example.com
  npm run --silent manifest -- --socket

  --url URL        where Slack reaches the bot; https, and no path
  --command /icp   the slash command's name, where a workspace has given /icp to another app
  --socket         Socket Mode: the bot connects to Slack, and a URL is needed for the install page alone
  --json           as JSON, for programs
`;

const requestUrls = [
  ["settings", "event_subscriptions", "request_url"],
  ["features", "slash_commands", 0, "url"],
  ["settings", "interactivity", "request_url"],
  ["settings", "interactivity", "message_menu_options_url"],
] as const;

const redirectUrls = ["oauth_config", "redirect_urls"] as const;

try {
  const { values } = parseArgs({
    options: {
      url: { type: "string" },
      command: { type: "string" },
      socket: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  process.stdout.write(values.help ? help : await print(values));
} catch (thrown) {
  process.stderr.write(`${(thrown as Error).message}\n\n${help}`);
  process.exitCode = 2;
}

async function print({
  url,
  command,
  socket,
  json,
}: {
  url?: string;
  command?: string;
  socket: boolean;
  json: boolean;
}): Promise<string> {
  if (url === undefined && !socket) throw new Error("Say where Slack reaches the bot (--url), or --socket.");
  const text = await readFile(new URL("../../manifest.yml", import.meta.url), "utf8");
  const manifest = parseDocument(text);
  if (command !== undefined) {
    if (!/^\/[a-z0-9_-]{1,31}$/.test(command))
      throw new Error(`“${command}” is no command’s name, such as /icp.`);
    manifest.setIn(["features", "slash_commands", 0, "command"], command);
  }
  const origin = url === undefined ? undefined : readOrigin(url);
  if (socket || origin === undefined) useSocket(manifest);
  else useUrl(manifest, origin);
  if (origin === undefined) manifest.deleteIn(redirectUrls);
  else manifest.setIn([...redirectUrls, 0], `${origin}/slack/oauth_redirect`);
  return json ? `${JSON.stringify(manifest.toJS())}\n` : manifest.toString({ lineWidth: 0 });
}

function readOrigin(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== "https:")
    throw new Error(`“${url}” is not an https URL, and Slack takes no other.`);
  if (parsed.pathname !== "/" || parsed.search !== "" || parsed.hash !== "") {
    throw new Error(`“${url}” has more than a host; the bot’s paths are added to it.`);
  }
  return parsed.origin;
}

function useUrl(manifest: Document, origin: string): void {
  for (const path of requestUrls) manifest.setIn(path, `${origin}/slack/events`);
}

function useSocket(manifest: Document): void {
  for (const path of requestUrls) manifest.deleteIn(path);
  manifest.setIn(["settings", "socket_mode_enabled"], true);
}
