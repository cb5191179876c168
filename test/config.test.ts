import { expect, it } from "vitest";
import { readConfig, withDataDir } from "../src/config.ts";

it.each([
  [undefined, false],
  ["production", true],
])(
  "finds nothing of Slack in an empty environment, which with NODE_ENV %s is production: %s",
  (mode, isProduction) => {
    expect(readConfig({ SLACK_BOT_TOKEN: " ", NODE_ENV: mode })).toMatchObject({
      kind: "config",
      config: { slack: { kind: "none", isProduction } },
    });
  },
);

it("seals with the other data folder’s own key, or with the one that is given", () => {
  const keysIn = (environment: Record<string, string>) => {
    const reading = readConfig({ DATA_DIR: "a", ...environment });
    return reading.kind === "config" && withDataDir(reading.config, "b");
  };
  expect(keysIn({})).toMatchObject({ dataDir: "b", encryptionKeys: { kind: "own", folder: "b" } });
  expect(keysIn({ ENCRYPTION_KEYS_FILE: "k" })).toMatchObject({
    encryptionKeys: { kind: "file", path: "k" },
  });
});

it("names the variable that is missing when Slack is half configured", () => {
  const half = readConfig({ SLACK_BOT_TOKEN: "xoxb-1" });
  expect(half).toMatchObject({
    problems: [
      expect.stringMatching(/^SLACK_APP_TOKEN \(Socket Mode\) or SLACK_SIGNING_SECRET \(HTTP\) is missing: /),
    ],
  });
  const other = readConfig({ SLACK_SIGNING_SECRET: "s" });
  expect(other).toMatchObject({ problems: [expect.stringMatching(/^SLACK_BOT_TOKEN is missing: /)] });
  for (const { problems } of [half, other] as { problems?: string[] }[]) {
    expect(problems?.[0]).toMatch(
      /With none of Slack’s settings a sandbox starts instead \(but in production\)\.$/,
    );
  }
});

it.each([
  [
    { SLACK_SIGNING_SECRET: "s" },
    { kind: "http", tenancy: { kind: "tokens", botTokens: ["xoxb-1"] }, signingSecret: "s" },
    0,
  ],
  [
    { SLACK_APP_TOKEN: "xapp-1" },
    { kind: "socket", tenancy: { kind: "tokens", botTokens: ["xoxb-1"] }, appToken: "xapp-1" },
    0,
  ],
  [
    { SLACK_APP_TOKEN: "xapp-1", SLACK_SIGNING_SECRET: "s" },
    { kind: "socket", tenancy: { kind: "tokens", botTokens: ["xoxb-1"] }, appToken: "xapp-1" },
    1,
  ],
] as const)("reads %j as Slack’s way to the bot, and remarks what is not used", (more, slack, count) => {
  const reading = readConfig({ SLACK_BOT_TOKEN: "xoxb-1", ...more });
  expect(reading).toMatchObject({ kind: "config", config: { slack } });
  expect(reading.kind === "config" && reading.remarks).toHaveLength(count);
});

it("takes the header of a proxy by any name that a header can have, in small letters or capitals", () => {
  const read = (name: string) => readConfig({ TRUSTED_PROXY_HEADER: name });
  expect(readConfig({})).not.toHaveProperty("config.trustedProxyHeader");
  expect(read("X-Forwarded-For")).toHaveProperty("config.trustedProxyHeader", "x-forwarded-for");
  expect(read("x-forwarded-for, x-real-ip")).toMatchObject({ kind: "problems" });
});

it("says of what is no URL that it is none, and nothing else", () => {
  expect(readConfig({ PUBLIC_URL: "icp.example.com", KASHEW_API_URL: "kashew.ai" })).toEqual({
    kind: "problems",
    problems: [
      "KASHEW_API_URL is a URL, such as https://kashew.ai/api/v1.",
      "PUBLIC_URL is a URL, such as https://icp.example.com.",
    ],
  });
});

it("says what is wrong with each setting and repeats no value", () => {
  const reading = readConfig({ PORT: "99999", DEFAULT_WRITERS: "all", SLACK_BOT_TOKEN: "kshw_secret" });
  expect(reading).toEqual({
    kind: "problems",
    problems: [
      "SLACK_BOT_TOKEN starts with xoxb-: it is the Bot User OAuth Token.",
      "PORT is 0 (any free one) to 65535.",
      "DEFAULT_WRITERS is admins or members.",
    ],
  });
});
