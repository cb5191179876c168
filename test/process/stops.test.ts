import { expect, it } from "vitest";
import { openSlack, startReadyBot, startReadyBotHere } from "../support/start-bot.ts";

it("lets a save that is in flight end, takes nothing new, and ends with code 0", async () => {
  const { slack, env } = await openSlack();
  const bot = await startReadyBot(slack, env);
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  await ana.sees("New ICP profile");
  const hold = slack.hold("users.info");
  const saved = ana.saves();
  await hold.arrived;

  bot.kill("SIGTERM");
  await bot.logs("SIGTERM: stopping");
  await expect(fetch(`${bot.url}/readyz`)).rejects.toThrow("fetch failed");
  const ben = slack.person("ben");
  await ben.types("/icp list");
  expect(slack.exchanges.at(-1)).toMatchObject({ kind: "command", person: ben.id, status: 0 });

  hold.release();
  await saved;
  await ana.sees("Profile saved");
  expect(await bot.ended).toMatchObject({ code: 0, stderr: "" });
  expect(bot.stdout).not.toContain("stopped with work in flight");

  await startReadyBotHere(slack, env);
  await ben.types("/icp list");
  await ben.sees("Fintech");
});

it("stops in order however often it is told to: under npm one Ctrl+C arrives twice", async () => {
  const { slack, env } = await openSlack();
  const bot = await startReadyBot(slack, env);
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  const hold = slack.hold("users.info");
  const saved = ana.saves();
  await hold.arrived;
  bot.kill("SIGINT");
  await bot.logs("SIGINT: stopping");
  bot.kill("SIGINT");
  bot.kill("SIGTERM");
  hold.release();
  await saved;
  await ana.sees("Profile saved");
  expect(await bot.ended).toMatchObject({ code: 0, stderr: "" });
});

it("lets a form open whose button was pressed before", async () => {
  const { slack, env } = await openSlack();
  const bot = await startReadyBotHere(slack, env);
  const ana = slack.person("ana");
  await ana.types("/icp list");
  const hold = slack.hold("views.open");
  await ana.presses("New profile");
  await hold.arrived;
  const stopped = bot.stop();
  hold.release();
  await ana.sees("New ICP profile");
  await stopped;
  expect(bot.logged.join("")).not.toContain("stopped with work in flight");
});
