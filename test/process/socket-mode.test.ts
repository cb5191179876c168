import { expect, it } from "vitest";
import { createSlack } from "../../src/sandbox/server/create-slack.ts";
import { openSlack, startBot, startReadyBot } from "../support/start-bot.ts";
import { runProcess } from "../support/start-process.ts";

it("serves a workspace without an address of its own, and ends with code 0", async () => {
  const { slack, socketEnv } = await openSlack();
  const bot = await startReadyBot(slack, socketEnv);
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

it("uses Socket Mode when HTTP is configured too, and says so", async () => {
  const { slack, env, socketEnv } = await openSlack();
  const bot = await startReadyBot(slack, { ...env, ...socketEnv });
  await bot.logs(
    "SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: Socket Mode is used, and HTTP is not.",
  );
  expect(slack.socket.connections).toBe(1);
});

it.each([
  ["a token that it does not know", "xapp-1-A0SANDBOX-another", undefined, "invalid_auth"],
  ["a token without the scope", undefined, "missing_scope", "missing_scope"],
])("says in Slack’s words and with code 1 that Slack refuses %s", async (_what, token, failure, error) => {
  const { slack, socketEnv } = await openSlack();
  if (failure !== undefined) slack.failNext("apps.connections.open", failure);
  const env = token === undefined ? socketEnv : { ...socketEnv, SLACK_APP_TOKEN: token };
  const { code, stdout, stderr } = await runProcess(["start.mjs"], { env });
  expect(code).toBe(1);
  expect(stderr).toMatch(new RegExp(`^[^\\n]*SLACK_APP_TOKEN[^\\n]* \\(Slack says: ${error}\\)\\.\\n$`));
  expect(stdout + stderr).not.toContain(env.SLACK_APP_TOKEN);
});

it("stays up while Slack is unreachable, and connects once Slack answers", async () => {
  const { slack, socketEnv } = await openSlack();
  const elsewhere = await createSlack();
  await elsewhere.close();
  const bot = await startBot(slack, { ...socketEnv, SLACK_API_URL: elsewhere.apiUrl });
  await bot.logs("Trying again in 1 s.");
  expect(await ask(`${bot.url}/readyz`)).toEqual({ status: 503, text: "waiting for Slack" });
  const back = await createSlack({ port: Number(new URL(elsewhere.url).port) });
  try {
    await bot.logs("serving Acme");
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
