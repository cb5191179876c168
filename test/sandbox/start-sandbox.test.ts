import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readConfig } from "../../src/config.ts";
import { readFlags } from "../../src/sandbox/flags.ts";
import { createSlack } from "../../src/sandbox/server/create-slack.ts";
import type { Sandbox } from "../../src/sandbox/start-sandbox.ts";
import { startSandbox } from "../../src/sandbox/start-sandbox.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it("says that the port somebody asked for is taken, and takes the next free one where nobody asked", async () => {
  const other = await createSlack({ port: 4000 }).catch(() => undefined);
  onTestFinished(() => other?.close());
  await expect(start(["--port", "4000"])).rejects.toThrow(
    /^Port 4000 is taken\. Choose another one with --port\.$/,
  );
  const { slack } = await start([]);
  expect(slack.url).toMatch(/^http:\/\/127\.0\.0\.1:400[1-9]$/);
});

it("refuses a second sandbox on one folder, and leaves the first alone", async () => {
  const folder = temporaryFolder();
  const first = await start([], folder);
  await expect(start(["--reset"], folder)).rejects.toThrow(
    `Another sandbox is running on ${folder}. Stop it, or choose another folder with --data.`,
  );
  expect((await fetch(`${first.slack.url}/sandbox/screen?as=ana`)).status).toBe(200);
  await first.close();
  await start([], folder);
});

it.each([
  ["is a file", (path: string) => writeFileSync(path, "")],
  [
    "cannot be written",
    (path: string) => {
      mkdirSync(join(path, "sandbox.lock"), { recursive: true });
    },
  ],
])("says in one sentence that its data folder %s", async (_what, spoil) => {
  const folder = join(temporaryFolder(), "sandbox");
  spoil(folder);
  await expect(start([], folder)).rejects.toThrow(new RegExp(`^${folder}[^\\n]+$`));
});

it("names a damaged file, which --reset mends", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "slack.json");
  writeFileSync(file, "{ half a fi");
  await expect(start([], folder)).rejects.toThrow(new RegExp(`^${file} is damaged.*--reset`));
  await start(["--reset"], folder);
});

it("deletes with --reset what a sandbox kept, and nothing else in the folder", async () => {
  const folder = temporaryFolder();
  for (const name of ["slack.json", "bot.log", "mine.txt"]) writeFileSync(join(folder, name), "{");
  mkdirSync(join(folder, "bot", "workspaces"), { recursive: true });
  await start(["--reset"], folder);
  expect(["bot", "bot.log", "mine.txt"].map((name) => existsSync(join(folder, name)))).toEqual([
    false,
    false,
    true,
  ]);
});

it("shows another app's commands and shortcuts as its manifest has them, with one workspace's token", async () => {
  const manifest = join(temporaryFolder(), "manifest.json");
  const features = {
    slash_commands: [{ command: "/hello", description: "Says hello", usage_hint: "[name]" }],
    shortcuts: [{ name: "Greet", type: "global", callback_id: "greet", description: "Greets" }],
  };
  const oauth_config = { scopes: { bot: ["commands"] } };
  writeFileSync(manifest, JSON.stringify({ display_information: { name: "Hello" }, features, oauth_config }));
  const { slack } = await start(["--manifest", manifest]);
  expect(slack.seed.app).toMatchObject({
    name: "Hello",
    commands: [{ command: "/hello", description: "Says hello", usageHint: "[name]" }],
    shortcuts: [{ name: "Greet", callbackId: "greet", description: "Greets" }],
    scopes: ["commands"],
    installations: [{ workspace: "T0ACME" }],
  });
});

it.each([
  ["is missing", undefined, "ENOENT"],
  ["is no YAML", "name: [", "Flow sequence"],
  ["says no name", "features: {}", "display_information"],
])("says of a manifest that it %s", async (_what, text, words) => {
  const manifest = join(temporaryFolder(), "manifest.yml");
  if (text !== undefined) writeFileSync(manifest, text);
  const thrown = await start(["--manifest", manifest]).catch(String);
  expect(thrown).toContain(`${manifest} cannot be read as an app’s manifest: `);
  expect(thrown).toContain(words);
});

/** Without the bot, whose process is another test's matter. It is closed after the test. */
async function start(args: readonly string[], folder = temporaryFolder()): Promise<Sandbox> {
  const config = readConfig({});
  const port = args.length === 0 || args.includes("--port") ? [] : ["--port", "0"];
  const flags = readFlags(["--app", "socket", "--data", folder, ...port, ...args]);
  if (config.kind !== "config" || flags.kind !== "flags") throw new Error("What the test says is wrong.");
  const sandbox = await startSandbox(config.config, flags.flags, { warn: () => {}, echo: () => {} });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await sandbox.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { ...sandbox, close };
}
