import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { runProcess } from "../support/start-process.ts";

const text = readFileSync(new URL("../../manifest.yml", import.meta.url), "utf8");

it("prints the manifest with a deployment's address and command, and everything else as it is", async () => {
  const { code, stdout, stderr } = await print("--url", "https://x.example/", "--command", "/leads");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(parse(stdout)).toEqual(
    parse(
      text
        .replaceAll("https://icp.example.com", "https://x.example")
        .replace("command: /icp", "command: /leads"),
    ),
  );
  expect(commentsOf(stdout)).toEqual(commentsOf(text));
});

it("prints a manifest without addresses for Socket Mode", async () => {
  const { code, stdout } = await print("--socket");
  expect(code).toBe(0);
  expect(JSON.stringify(parse(stdout))).not.toContain("https://");
  expect(stdout).not.toContain("/slack/install");
  expect(parse(stdout)).toMatchObject({
    features: { slash_commands: [{ command: "/icp" }] },
    settings: { socket_mode_enabled: true, interactivity: { is_enabled: true } },
  });
});

it("keeps the address of the install page in Socket Mode", async () => {
  const { stdout } = await print("--socket", "--url", "https://x.example");
  const printed = parse(stdout);
  expect(printed.oauth_config.redirect_urls).toEqual(["https://x.example/slack/oauth_redirect"]);
  expect(printed.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
});

it.each([
  [[], "Say where Slack reaches the bot (--url), or --socket."],
  [["--url", "http://x.example"], "“http://x.example” is not an https URL"],
  [["--url", "https://x.example/slack/events"], "has more than a host"],
  [["--socket", "--command", "/My Leads"], "“/My Leads” is no command’s name"],
  [["--port", "80"], "--port"],
])("explains itself with code 2 on %j", async (words, sentence) => {
  const { code, stdout, stderr } = await print(...words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.split("\n\n")[0]).toContain(sentence);
  expect(stderr).toContain("npm run --silent manifest -- --url https://icp.example.com");
});

it("prints its help and succeeds when asked for it", async () => {
  expect(await print("--help")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("--command /icp"),
    stderr: "",
  });
});

function print(...words: readonly string[]) {
  return runProcess(["cli/manifest.ts", ...words]);
}

function commentsOf(yaml: string): string[] {
  return yaml
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("# "));
}
