import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { openSlack } from "../support/start-bot.ts";
import type { Environment } from "../support/start-process.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const { hooks, config } = JSON.parse(readFileSync(join(project, ".slack/hooks.json"), "utf8"));

it("gives Slack's CLI the manifest for Socket Mode as JSON", async () => {
  const hook = runHook(hooks["get-manifest"], [`--source=${project}`]);
  expect(await hook.ended).toBe(0);
  const manifest = JSON.parse(hook.stdout);
  const { settings, features } = parse(readFileSync(join(project, "manifest.yml"), "utf8"));
  expect(manifest.settings.socket_mode_enabled).toBe(true);
  expect(manifest.oauth_config.scopes.bot).toEqual(["commands", "chat:write", "users:read"]);
  expect(manifest.features.shortcuts).toEqual(features.shortcuts);
  expect(Object.keys(manifest.settings)).toEqual(Object.keys(settings));
  expect(hook.stdout).not.toContain("https://");
});

it("starts the bot in Socket Mode with the tokens that Slack's CLI has, and stops it with a signal", async () => {
  expect(config["sdk-managed-connection-enabled"]).toBe(true);
  const { slack, socketEnv } = await openSlack();
  const { SLACK_BOT_TOKEN = "", SLACK_APP_TOKEN = "", ...rest } = socketEnv;
  const hook = runHook(hooks.start, [], {
    ...rest,
    SLACK_CLI_XOXB: SLACK_BOT_TOKEN,
    SLACK_CLI_XAPP: SLACK_APP_TOKEN,
  });
  await hook.writes("serving Acme");
  expect(slack.socket.connections).toBe(1);
  const ana = slack.person("ana");
  await ana.types("/icp list");
  await ana.sees("No ICP profiles yet.");
  hook.kill();
  expect(await hook.ended).toBe(0);
  expect(hook.stdout).not.toContain(SLACK_APP_TOKEN);
});

/** As the CLI does: in the project's folder, through a shell, with its own words behind the command. */
function runHook(command: string, words: readonly string[], env: Environment = {}) {
  const child = spawn("sh", ["-c", [command, ...words].join(" ")], {
    cwd: project,
    // biome-ignore lint/style/noProcessEnv: where npm is, nobody else knows.
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  const ended = once(child, "close").then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill("SIGINT");
    await ended;
  });
  return {
    get stdout() {
      return stdout;
    },
    ended,
    kill: () => void child.kill("SIGINT"),
    async writes(text: string) {
      while (!stdout.includes(text)) {
        const code = await Promise.race([once(child.stdout, "data"), ended]);
        if (!Array.isArray(code)) throw new Error(`It ended with ${code} and wrote no ${text}:\n${stdout}`);
      }
    },
  };
}
