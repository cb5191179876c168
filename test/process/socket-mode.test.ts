import { expect, it } from "vitest";
import { createSlack } from "../../src/sandbox/server/create-slack.ts";
import { openSlack, refusal, startBotHere, startReadyBot } from "../support/start-bot.ts";
import { runProcess } from "../support/start-process.ts";

it("serves a workspace without an address of its own, where HTTP is configured too, which it says, and ends with code 0", async () => {
  const { slack, env, socketEnv } = await openSlack();
  const bot = await startReadyBot(slack, { ...env, ...socketEnv });
  await bot.logs(
    "SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: Socket Mode is used, and HTTP is not.",
  );
  expect(slack.socket.connections).toBe(1);
  const ana = slack.person("ana");
  await ana.types("/icp list");
  await ana.sees("No ICP profiles yet.");
  expect(await ask(`${bot.url}/healthz`)).toEqual({ status: 200, text: "alive" });
  expect(await ask(`${bot.url}/readyz`)).toEqual({ status: 200, text: "ready" });
  expect((await fetch(`${bot.url}/slack/events`, { method: "POST" })).status).toBe(404);
  bot.kill("SIGTERM");
  expect(await bot.ended).toMatchObject({ code: 0, stderr: "" });
  expect(bot.stdout).not.toContain(slack.appToken);
  expect(bot.stdout).not.toContain("ticket=");
});

it("says in Slack’s words and with code 1 that Slack refuses a token that it does not know", async () => {
  const { socketEnv } = await openSlack();
  const env = { ...socketEnv, SLACK_APP_TOKEN: "xapp-1-A0SANDBOX-another" };
  const { code, stdout, stderr } = await runProcess(["start.mjs"], { env });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^[^\n]*SLACK_APP_TOKEN[^\n]* \(Slack says: invalid_auth\)\.\n$/);
  expect(stdout + stderr).not.toContain(env.SLACK_APP_TOKEN);
});

it("says in Slack’s words that Slack refuses a token without the scope", async () => {
  const { slack, socketEnv } = await openSlack();
  slack.failNext("apps.connections.open", "missing_scope");
  const bot = await startBotHere(slack, socketEnv);
  const said = await refusal(bot.identified);
  expect(said).toMatch(/^[^\n]*SLACK_APP_TOKEN[^\n]* \(Slack says: missing_scope\)\.$/);
  expect(bot.logged.join("") + said).not.toContain(slack.appToken);
});

it("stays up while Slack is unreachable, and connects once Slack answers", async () => {
  const { slack, socketEnv } = await openSlack();
  const elsewhere = await createSlack();
  await elsewhere.close();
  const bot = await startBotHere(slack, { ...socketEnv, SLACK_API_URL: elsewhere.apiUrl });
  await bot.logs("Trying again in 1 s.");
  expect(await ask(`${bot.url}/readyz`)).toEqual({ status: 503, text: "waiting for Slack" });
  const back = await createSlack({ port: Number(new URL(elsewhere.url).port) });
  try {
    await bot.identified;
    const ana = back.person("ana");
    await ana.types("/icp list");
    await ana.sees("No ICP profiles yet.");
  } finally {
    await back.close();
  }
});

it("stays up when Slack knows its token no more after a cut, and when Slack sends nonsense", async () => {
  const { slack, socketEnv } = await openSlack();
  const bot = await startReadyBot(slack, socketEnv);
  slack.failNext("apps.connections.open", "invalid_auth", 100);
  await Promise.race([
    slack.deliver({ kind: "event", body: "null" }),
    bot.logs("a rejection that nobody handled"),
  ]);
  slack.socket.cut();
  await bot.logs("(Slack says: invalid_auth). Trying again in 2 s.");
  expect(await ask(`${bot.url}/readyz`)).toEqual({ status: 503, text: "not connected to Slack" });
  bot.kill("SIGTERM");
  expect(await bot.ended).toMatchObject({ code: 0, stderr: "" });
});

async function ask(url: string) {
  const response = await fetch(url);
  return { status: response.status, text: await response.text() };
}
