import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { workspace } from "../support/run-workspace.ts";
import { openSlack, startBot, startBotHere } from "../support/start-bot.ts";

it("answers README's own commands with only the host changed, while Slack is out of reach, and tells no log the key", async () => {
  const { slack, env } = await openSlack();
  slack.failNext("auth.test", { status: 500 }, 100);
  const bot = await startBot(slack, env);
  expect((await fetch(`${bot.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${bot.url}/api/v1/icp-profiles`)).status).toBe(404);
  const key = (await workspace(env, "key", "T0NEW", "--scopes", "icp:write")).stdout.trim();
  const [list = "", create = ""] = curlsIn(read("README.md")).map((command) =>
    command.replace("http://127.0.0.1:3000", bot.url).replace("$KEY", key),
  );

  expect(await sh(list)).toEqual({ profiles: [] });
  const made = await sh(create);
  expect(made).toEqual({ id: expect.any(String), status: "created" });
  expect(await sh(list)).toMatchObject({
    profiles: [{ id: made.id, name: "Enterprise SaaS — North America", is_active: true }],
  });
  expect((await workspace(env, "key", "T0NEW", "--revoke", key)).code).toBe(0);
  expect((await fetch(`${bot.url}/api/v1/icp-profiles`)).status).toBe(404);
  bot.kill("SIGTERM");
  const { code, stdout, stderr } = await bot.ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("rest POST /api/v1/icp-profiles");
  expect(stdout).not.toContain(key.slice(-32));
});

it("is not there at all where REST_API is off, whatever keys there are", async () => {
  const { slack, env } = await openSlack();
  const { stdout: key } = await workspace(env, "key", "T0NEW");
  const bot = await startBotHere(slack, { ...env, REST_API: "off" });
  const headers = { authorization: `Bearer ${key.trim()}` };
  const answer = await fetch(`${bot.url}/api/v1/icp-profiles`, { headers });
  expect([answer.status, await answer.text()]).toEqual([404, ""]);
});

/** The commands in a text that begin with curl and ask the API, as they are typed. */
function curlsIn(text: string): string[] {
  return [...text.matchAll(/^curl (?:.*\\\n)*.*(?:\n {2,}.*)*$/gm)]
    .map(([command]) => command)
    .filter((command) => command.includes("/api/v1/"));
}

async function sh(command: string): Promise<Record<string, unknown>> {
  const { stdout } = await promisify(execFile)("sh", ["-c", `${command} --silent --show-error`]);
  return JSON.parse(stdout);
}

function read(file: string): string {
  return readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
}
