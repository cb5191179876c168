import { expect, it, onTestFinished } from "vitest";
import { createLog } from "../../../src/log.ts";
import { createSlack } from "../../../src/sandbox/server/create-slack.ts";
import { createTokenInstallations } from "../../../src/slack/install/installations.ts";
import { createSlackClients } from "../../../src/slack/web-api/slack-clients.ts";

it("asks Slack about no more than 32 tokens at a time, and about all of them", async () => {
  const slack = await createSlack();
  onTestFinished(() => slack.close());
  const deps = { slackApiUrl: slack.apiUrl, log: createLog({ level: "silent" }) };
  const clientOf = createSlackClients(deps);
  let [open, most] = [0, 0];
  const met: string[] = [];
  const installations = createTokenInstallations(Array<string>(100).fill(slack.botToken()), {
    ...deps,
    workspaces: { meet: async ({ teamId }) => void met.push(teamId) },
    departures: { regainAccess: async () => false },
    now: Date.now,
    clientOf(token) {
      const client = clientOf(token);
      const test = async () => {
        open += 1;
        most = Math.max(most, open);
        return client.auth.test().finally(() => {
          open -= 1;
        });
      };
      return { ...client, auth: { ...client.auth, test } };
    },
  });
  await installations.start({ signal: new AbortController().signal });
  expect([most, met.length]).toEqual([32, 100]);
});
