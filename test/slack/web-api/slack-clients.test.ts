import { expect, it, onTestFinished } from "vitest";
import { createLog } from "../../../src/log.ts";
import { createSlack } from "../../../src/sandbox/server/create-slack.ts";
import { betaInstallation, defaultSeed } from "../../../src/sandbox/server/seed.ts";
import { createSlackClients } from "../../../src/slack/web-api/slack-clients.ts";

it("calls Slack for each workspace with its own token", async () => {
  const { acme, beta } = await openClients();
  const teams = await Promise.all([acme.auth.test(), beta.auth.test()]);
  expect(teams.map(({ team_id }) => team_id)).toEqual(["T0ACME", "T0BETA"]);
});

it("lets no workspace wait for another one’s calls, however many of them hang", async () => {
  const { acme, beta, slack } = await openClients();
  const hold = slack.hold("users.info");
  const hanging = Array.from({ length: 200 }, () => acme.users.info({ user: "U0BEN" }));
  const first = Promise.race(hanging).then(() => "one that hangs", String);
  expect(await Promise.race([first, beta.auth.test()])).toMatchObject({ team_id: "T0BETA" });
  hold.release();
  await Promise.all(hanging);
});

it("takes less than 4 KB for a token", async () => {
  const { clientOf } = await openClients();
  const before = process.memoryUsage().heapUsed;
  const clients = Array.from({ length: 2000 }, (_, index) => clientOf(`xoxb-${index}`));
  expect((process.memoryUsage().heapUsed - before) / clients.length).toBeLessThan(4096);
});

async function openClients() {
  const seed = defaultSeed();
  seed.app.installations.push(betaInstallation);
  const slack = await createSlack({ seed });
  onTestFinished(() => slack.close());
  const log = createLog({ level: "silent" });
  const clientOf = createSlackClients({ slackApiUrl: slack.apiUrl, log });
  return { slack, clientOf, acme: clientOf(slack.botToken()), beta: clientOf(betaInstallation.botToken) };
}
