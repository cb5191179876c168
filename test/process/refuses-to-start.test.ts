import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { openSlack, refusal, startBotHere, startReadyBotHere } from "../support/start-bot.ts";
import { runProcess } from "../support/start-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const halves = {
  SLACK_BOT_TOKEN: "xoxb-1-whole-token",
  SLACK_APP_TOKEN: "xapp-1-whole-token",
  SLACK_SIGNING_SECRET: "whole-signing-secret",
};

it("says in production what to set and where to find it when nothing of Slack is set", async () => {
  const { code, stdout, stderr } = await runBot({ NODE_ENV: "production" });
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/SLACK_BOT_TOKEN .*https:\/\/api\.slack\.com\/apps.*Bot User OAuth Token\n/);
  expect(stderr).toMatch(/SLACK_APP_TOKEN .*https:\/\/api\.slack\.com\/apps.*\n.*connections:write\n/);
  expect(stderr).toMatch(/SLACK_SIGNING_SECRET .*https:\/\/api\.slack\.com\/apps.*Signing Secret\n/);
  expect(stderr).toContain("README.md");
});

it.each([
  { only: "SLACK_BOT_TOKEN", missing: "SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)" },
  { only: "SLACK_APP_TOKEN", missing: "SLACK_BOT_TOKEN" },
  { only: "SLACK_SIGNING_SECRET", missing: "SLACK_BOT_TOKEN" },
] as const)("names $missing in one sentence when only $only is set", ({ only, missing }) => {
  const reading = readConfig({ [only]: halves[only] });
  const sentence = expect.stringMatching(/^[^\n]*\.$/);
  expect(reading).toEqual({ kind: "problems", problems: [sentence] });
  const [problem = ""] = reading.kind === "problems" ? reading.problems : [];
  expect(problem.startsWith(`${missing} is missing: `)).toBe(true);
  expect(problem).not.toContain(halves[only]);
});

it("says one sentence about each setting that is wrong, and repeats no value", async () => {
  expect(
    await runBot({ SLACK_BOT_TOKEN: "hunter2", PORT: "eighty", DEFAULT_WRITERS: "all", LOG_LEVEL: "loud" }),
  ).toEqual({
    code: 1,
    stdout: "",
    stderr: [
      "SLACK_BOT_TOKEN starts with xoxb-: it is the Bot User OAuth Token.",
      "PORT is a number.",
      "DEFAULT_WRITERS is admins or members.",
      "LOG_LEVEL is fatal, error, warn, info, debug or silent.",
      "",
    ].join("\n"),
  });
});

it("reads the settings in .env, and lets the environment win", async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, ".env"), "PORT=eighty\nLOG_LEVEL=loud\n");
  const { stderr } = await runProcess(["start.mjs"], { cwd, env: { LOG_LEVEL: "info" } });
  expect(stderr).toBe("PORT is a number.\n");
});

it("says in words that Slack refuses a token that it does not know", async () => {
  const { slack, env } = await openSlack();
  slack.failNext("auth.test", "invalid_auth");
  const { code, stdout, stderr } = await runBot(env);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^[^\n]*Copy the Bot User OAuth Token anew[^\n]* \(Slack says: invalid_auth\)\.\n$/);
  expect(stdout + stderr).not.toContain(slack.botToken());
});

it("says in words that Slack refuses a revoked token", async () => {
  const { slack, env } = await openSlack();
  slack.failNext("auth.test", "token_revoked");
  const bot = await startBotHere(slack, env);
  const said = await refusal(bot.identified);
  expect(said).toMatch(/^[^\n]*SLACK_BOT_TOKEN was revoked\.[^\n]* \(Slack says: token_revoked\)\.$/);
  expect(bot.logged.join("") + said).not.toContain(slack.botToken());
});

it("says that its port is taken", async () => {
  const { slack, env } = await openSlack();
  const { port } = new URL(slack.url);
  expect(await refusal(startBotHere(slack, { ...env, PORT: port }))).toBe(
    `Port ${port} is taken. Set PORT to another one.`,
  );
});

it("says that another bot is running on its data, and leaves that bot alone", async () => {
  const { slack, env } = await openSlack();
  const first = await startReadyBotHere(slack, env);
  expect(await runBot(env)).toEqual({
    code: 1,
    stdout: "",
    stderr: `Another bot is running on ${env.DATA_DIR}. Stop it, or set DATA_DIR.\n`,
  });
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
});

it.each([
  ["is a file", (folder: string) => writeFileSync(folder, "")],
  ["cannot be written", (folder: string) => mkdirSync(join(folder, "bot.lock"), { recursive: true })],
])("says in one sentence that its data folder %s", async (_what, spoil) => {
  const { slack, env } = await openSlack();
  const folder = join(temporaryFolder(), "data");
  spoil(folder);
  const said = await refusal(startBotHere(slack, { ...env, DATA_DIR: folder }));
  expect(said).toMatch(/^[^\n]+$/);
  expect(said).toContain(folder);
});

it("says in one sentence that its data folder holds a file that is no database", async () => {
  const { env } = await openSlack();
  const folder = temporaryFolder();
  writeFileSync(join(folder, "control.sqlite"), "not a database ".repeat(100));
  const { code, stdout, stderr } = await runBot({ ...env, DATA_DIR: folder });
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).toContain(folder);
});

function runBot(env: Readonly<Record<string, string>>) {
  return runProcess(["start.mjs"], { env });
}
