import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebClient } from "@slack/web-api";
import { expect, it, onTestFinished } from "vitest";
import { createLog } from "../../../src/log.ts";
import { createClientOptions } from "../../../src/slack/web-api/client-options.ts";

const log = createLog({ level: "silent" });

/** A Slack that leads whoever asks to another address, and how often that was asked. */
async function startLeadingAway() {
  const asked = { slack: 0, elsewhere: 0 };
  const elsewhere = await listen(() => {
    asked.elsewhere += 1;
    return {};
  });
  const slackUrl = await listen(() => {
    asked.slack += 1;
    return { location: `${elsewhere}/api/auth.test` };
  });
  return { asked, options: createClientOptions({ slackApiUrl: `${slackUrl}/api/`, log }), slackUrl };
}

async function listen(headersOf: () => Record<string, string>): Promise<string> {
  const server = createServer((_req, res) => {
    const headers = headersOf();
    res.writeHead("location" in headers ? 307 : 200, headers).end('{"ok":true}');
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it("follows no redirect with a token or an answer", async () => {
  const { asked, options, slackUrl } = await startLeadingAway();
  await expect(new WebClient("xoxb-1", options).auth.test()).rejects.toThrow();
  await expect(options.fetch?.(`${slackUrl}/hooks/1`, { method: "POST", body: "{}" })).rejects.toThrow();
  expect(asked).toEqual({ slack: 2, elsewhere: 0 });
});

it.each([
  "http://hooks.slack.com/commands/1",
  "https://hooks.slack.com:8443/commands/1",
  "https://hooks.slack.com.evil.example/commands/1",
  "https://hooks.slack.com@evil.example/commands/1",
  "https://evil.example/hooks.slack.com",
  "https://evil.example\\@hooks.slack.com/",
  "//hooks.slack.com/commands/1",
  "http://169.254.169.254/latest/meta-data",
  "http://[::1]:3000/",
  "file:///etc/passwd",
  "data:text/plain,x",
  "",
])("calls no “%s”", async (url) => {
  const { fetch } = createClientOptions({ slackApiUrl: "https://slack.com/api/", log });
  await expect(fetch?.(url)).rejects.toThrow("an address that is not Slack's");
});
