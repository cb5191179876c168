import { expect, it } from "vitest";
import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import { ownSecrets } from "../support/find-leaks.ts";
import { createBrowser } from "../support/install-app.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { openInstallSlack, openSlack, startBot, startReadyBot } from "../support/start-bot.ts";
import { startProcess } from "../support/start-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

// Secrets are searched for by whoever makes the Slack, the process, the folder and the browser: see find-leaks.ts.

it("writes no token, signing secret, trigger or response_url, whatever goes wrong in a session", async () => {
  const { slack, env } = await openSlack();
  slack.failNext("auth.test", { status: 500 });
  const bot = await startReadyBot(slack, { ...env, LOG_LEVEL: "debug" });
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech"]);
  await ana.types("/icp list");
  await ana.presses({ label: "Details of Fintech" });
  await ana.sees("Profile id");
  await ana.closes({ all: true });
  await goWrong(slack);
  bot.kill("SIGTERM");
  const { code, stdout, stderr } = await bot.ended;

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const trouble of troubles) expect(stdout).toContain(trouble);
});

it("writes no value that is configured as a secret, wherever else it turns up", async () => {
  const env = {
    SLACK_BOT_TOKEN: "xoxb-1-token",
    SLACK_SIGNING_SECRET: "127.0.0.1:1/api",
    SLACK_API_URL: "http://127.0.0.1:1/api/",
    HOST: "127.0.0.1",
    PORT: "0",
    DATA_DIR: temporaryFolder(),
  };
  const bot = startProcess(["start.mjs"], { env });
  await bot.logs("Slack can’t be reached at http://…/.");
  bot.kill("SIGTERM");
  const { code, stdout } = await bot.ended;
  expect([code, stdout.includes(env.SLACK_SIGNING_SECRET)]).toEqual([0, false]);
});

it("leaves no token, code, key or secret of an installation in a log, a page, a view or a file", async () => {
  const { slack, env } = await openInstallSlack({ tokenLifeSeconds: 50 * 60 });
  const settings = { ...env, ENCRYPTION_KEYS: ownSecrets.encryptionKey, LOG_LEVEL: "debug" };
  const bot = await startBot(slack, settings);
  const browser = createBrowser(env.PUBLIC_URL);
  const back = await browser.consent(await browser.begin(), { home: "T0ACME", person: "U0ANA" });
  const pages = [await browser.open(back), await browser.open(back)];
  slack.failNext("oauth.v2.access", { status: 500 });
  const ana = slack.person("ana");
  await ana.types("/icp list");
  await ana.sees("No ICP profiles yet.");
  await bot.logs("a token could not be renewed yet");
  await ana.types("/icp list");
  await bot.logs("a token was renewed");
  await saveProfiles(ana, ["Fintech"]);
  slack.failNext("oauth.v2.access", "bad_client_secret");
  pages.push(await browser.install("T0BETA", "U0FINN"));
  await slack.uninstall("T0ACME");
  await bot.logs("left; data are kept");
  await ana.types("/icp list").catch(() => undefined);
  bot.kill("SIGTERM");
  await bot.ended;

  expect(pages.map(({ status }) => status)).toEqual([200, 400, 502]);
});

const troubles = [
  "Slack can’t be reached",
  "Slack did not say who this is",
  "Slack answered invalid_auth",
  "Failed to respond to the response_url: 500",
  "refused a request",
];
const listAgain = { type: "button", action_id: "run:all", block_id: "list-turn:1", value: "list" };

/** Every call that the bot makes fails once, and what arrives is refused once. */
async function goWrong(slack: Slack): Promise<void> {
  const ana = slack.person("ana");
  for (const failure of ["invalid_auth", { status: 500 }, { status: 429, retryAfter: 30 }] as const) {
    slack.failNext("users.info", failure);
    await slack.person("owen").types("/icp new");
    slack.failNext("views.open", failure);
    await ana.types("/icp new");
    await ana.types("/icp list");
    slack.failNext("response_url", failure);
    await ana.sends({ type: "block_actions", response_url: lastResponseUrl(slack), actions: [listAgain] });
  }
  await slack.deliver({ kind: "command", body: { command: "/icp", text: "list" } });
  await slack.deliver({ kind: "command", body: { command: "/icp" }, signature: "v0=wrong" });
  await ana.sends({ type: "block_actions", actions: [{ action_id: "no-such-id", type: "button" }] });
}

function lastResponseUrl({ exchanges }: Slack): string {
  const commands = exchanges.filter(({ kind }) => kind === "command");
  const payload = commands.at(-1)?.payload as { response_url: string } | undefined;
  return payload?.response_url ?? "";
}
