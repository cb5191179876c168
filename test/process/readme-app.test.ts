import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createSlack } from "../../src/sandbox/server/create-slack.ts";
import { act } from "../sandbox/server/page-client.ts";
import { startProcess } from "../support/start-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

it.each(["HTTP", "Socket Mode"])(
  "runs the README’s app with the settings that the sandbox prints, over %s",
  async (way) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "app.mjs"), codeOf("js"));
    writeFileSync(join(cwd, "hello.yml"), codeOf("yaml"));
    symlinkSync(join(root, "node_modules"), join(cwd, "node_modules"));
    const port = await freePort();
    const where = way === "HTTP" ? `http://127.0.0.1:${port}/slack/events` : "socket";
    const args = ["--port", "0", "--manifest", "hello.yml", "--app", where];
    const sandbox = startProcess(["sandbox/main.ts", ...args], { cwd, mayPrintSecrets: true });
    const [, url = "", settings = ""] = await sandbox.prints(
      /^Try Hello at (\S+) .*\n\nThe app’s settings:\n((?:\w+=.+\n){3})/,
    );

    const env = Object.fromEntries(
      settings
        .trim()
        .split("\n")
        .map((line) => line.split("=") as [string, string]),
    );
    await startProcess([join(cwd, "app.mjs")], { cwd, env: { ...env, PORT: String(port) } }).prints(
      /Hello runs/,
    );

    const { screen, complaints } = await act(url, { do: "types", text: "/hello" });
    expect(screen).toContain("Hello, Ana Ruiz!");
    expect(complaints).toBeUndefined();
  },
);

/** The README's one block of code in this language. */
function codeOf(language: string): string {
  const blocks = readFileSync(join(root, "README.md"), "utf8").matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  const found = [...blocks].filter(([, name]) => name === language);
  expect(found).toHaveLength(1);
  return found[0]?.[2] ?? "";
}

/** One that was free a moment ago. */
async function freePort(): Promise<string> {
  const slack = await createSlack();
  await slack.close();
  return new URL(slack.url).port;
}
