import { expect, it } from "vitest";
import { createSlack } from "../../src/sandbox/server/create-slack.ts";
import { openSlack, startBot, startBotHere } from "../support/start-bot.ts";

it("stays up while Slack is unreachable, says so to everyone who asks, and is ready once Slack answers", async () => {
  const { slack, env } = await openSlack();
  const elsewhere = await createSlack();
  await elsewhere.close();
  const bot = await startBotHere(slack, { ...env, SLACK_API_URL: elsewhere.apiUrl });

  await bot.logs(`"Slack can’t be reached at ${elsewhere.apiUrl}. Trying again in 1 s."`);
  expect(await ask(`${bot.url}/healthz`)).toEqual({ status: 200, text: "alive" });
  expect(await ask(`${bot.url}/readyz`)).toEqual({ status: 503, text: "waiting for Slack" });
  const ana = slack.person("ana");
  await ana.types("/icp list");
  await ana.sees("waits for Slack. Try again in a minute.");

  const back = await createSlack({ port: Number(new URL(elsewhere.url).port) });
  try {
    await bot.identified;
    expect(await ask(`${bot.url}/readyz`)).toEqual({ status: 200, text: "ready" });
    await ana.types("/icp list");
    await ana.sees("No ICP profiles yet.");
  } finally {
    await back.close();
  }
});

it("stops at once while it waits for Slack", async () => {
  const { slack, env } = await openSlack();
  slack.failNext("auth.test", { status: 500 }, 100);
  const bot = await startBot(slack, env);
  await bot.logs("Trying again in 1 s.");
  bot.kill("SIGTERM");
  expect(await bot.ended).toMatchObject({ code: 0, stderr: "" });
});

async function ask(url: string) {
  const response = await fetch(url);
  return { status: response.status, text: await response.text() };
}
