import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "./support/temporary-folder.ts";

const imports = (path: string) => `import { it } from "${path}";\n\nexport const kept = it;\n`;
const restricted = "lint/style/noRestrictedImports";

/** One bad line a file, and the rule that objects to it. */
const planted: Record<string, readonly [text: string, rule: string]> = {
  "src/rules/to-slack.ts": [imports("../slack/blocks.ts"), restricted],
  "src/rules/to-usecases.ts": [imports("../usecases/permit.ts"), restricted],
  "src/rules/to-stores.ts": [imports("../stores/profile-store.ts"), restricted],
  "src/rules/to-node.ts": [imports("node:fs"), restricted],
  "src/rules/to-log.ts": [imports("../log.ts"), restricted],
  "src/rules/vocabulary/to-slack.ts": [imports("../../slack/blocks.ts"), restricted],
  "src/usecases/to-slack.ts": [imports("../slack/blocks.ts"), restricted],
  "src/usecases/to-sql.ts": [imports("../stores/sql/stores.ts"), restricted],
  "src/usecases/to-node.ts": [imports("node:crypto"), restricted],
  "src/usecases/to-config.ts": [imports("../config.ts"), restricted],
  "src/slack/to-sql.ts": [imports("../stores/sql/stores.ts"), restricted],
  "src/slack/views/to-sql.ts": [imports("../../stores/sql/stores.ts"), restricted],
  "src/slack/to-cli.ts": [imports("../cli/workspace.ts"), restricted],
  "src/slack/to-sandbox.ts": [imports("../sandbox/judge/judge.ts"), restricted],
  "src/slack/to-csv.ts": [imports("csv-stringify/sync"), restricted],
  "src/usecases/to-csv.ts": [imports("csv-stringify/sync"), restricted],
  "src/rules/to-csv.ts": [imports("csv-stringify/sync"), restricted],
  "src/stores/to-csv.ts": [imports("csv-stringify/sync"), restricted],
  "src/stores/sql/to-csv.ts": [imports("csv-stringify/sync"), restricted],
  "src/sandbox/to-csv.ts": [imports("csv-stringify/sync"), restricted],
  "src/sandbox/server/to-csv.ts": [imports("csv-stringify/sync"), restricted],
  "src/kashew/to-csv.ts": [imports("csv-stringify/sync"), restricted],
  "src/slack/to-kysely.ts": [imports("kysely"), restricted],
  "src/slack/to-app.ts": [imports("../app.ts"), restricted],
  "src/slack/to-operate.ts": [imports("../operate.ts"), restricted],
  "src/rest/to-sql.ts": [imports("../stores/sql/stores.ts"), restricted],
  "src/rest/to-slack.ts": [imports("../slack/blocks.ts"), restricted],
  "src/rest/to-kysely.ts": [imports("kysely"), restricted],
  "src/rest/to-config.ts": [imports("../config.ts"), restricted],
  "src/http/to-slack.ts": [imports("../slack/blocks.ts"), restricted],
  "src/http/to-usecases.ts": [imports("../usecases/permit.ts"), restricted],
  "src/upkeep/to-sql.ts": [imports("../stores/sql/stores.ts"), restricted],
  "src/upkeep/to-rest.ts": [imports("../rest/rest-app.ts"), restricted],
  "src/rules/to-hono.ts": [imports("hono"), restricted],
  "src/usecases/to-rest.ts": [imports("../rest/rest-app.ts"), restricted],
  "src/slack/to-hono.ts": [imports("hono/route"), restricted],
  "src/slack/to-rest.ts": [imports("../rest/rest-app.ts"), restricted],
  "src/cli/to-hono.ts": [imports("@hono/zod-openapi"), restricted],
  "src/stores/sql/to-hono.ts": [imports("hono"), restricted],
  "src/cli/to-sql.ts": [imports("../stores/sql/stores.ts"), restricted],
  "src/cli/to-slack.ts": [imports("../slack/blocks.ts"), restricted],
  "src/kashew/to-stores.ts": [imports("../stores/profile-store.ts"), restricted],
  "src/kashew/to-node.ts": [imports("node:fs"), restricted],
  "src/stores/to-sql.ts": [imports("./sql/stores.ts"), restricted],
  "src/stores/to-usecases.ts": [imports("../usecases/permit.ts"), restricted],
  "src/stores/sql/to-slack.ts": [imports("../../slack/blocks.ts"), restricted],
  "src/stores/sql/to-kashew.ts": [imports("../kashew/client.ts"), restricted],
  "src/stores/kashew/to-sql.ts": [imports("../sql/stores.ts"), restricted],
  "src/stores/kashew/to-kysely.ts": [imports("kysely"), restricted],
  "src/stores/kashew/to-slack.ts": [imports("../../slack/blocks.ts"), restricted],
  "src/stores/kashew/to-usecases.ts": [imports("../../usecases/permit.ts"), restricted],
  "src/stores/sql/to-usecases.ts": [imports("../../usecases/permit.ts"), restricted],
  "src/cli/to-app.ts": [imports("../app.ts"), restricted],
  "src/sandbox/to-sql.ts": [imports("../stores/sql/stores.ts"), restricted],
  "src/sandbox/to-slack.ts": [imports("../slack/blocks.ts"), restricted],
  "src/sandbox/judge/to-server.ts": [imports("../server/state.ts"), restricted],
  "src/sandbox/judge/to-slack.ts": [imports("../../slack/blocks.ts"), restricted],
  "src/sandbox/server/to-slack.ts": [imports("../../slack/blocks.ts"), restricted],
  "src/sandbox/server/to-rules.ts": [imports("../../rules/text.ts"), restricted],
  "src/sandbox/page/to-server.ts": [imports("../server/world.ts"), restricted],
  "src/sandbox/page/kit/to-judge.ts": [imports("../../judge/judge.ts"), restricted],
  "src/sandbox/page/to-zod.ts": [imports("zod"), restricted],
  "src/slack/reads-environment.ts": ["export const home = process.env.HOME;\n", "lint/style/noProcessEnv"],
  "src/says.ts": ['console.log("said");\n', "lint/suspicious/noConsole"],
  "src/one.ts": [
    'import { other } from "./other.ts";\n\nexport const one = (): unknown => other;\n',
    "lint/suspicious/noImportCycles",
  ],
  "src/other.ts": [
    'import { one } from "./one.ts";\n\nexport const other = (): unknown => one;\n',
    "lint/suspicious/noImportCycles",
  ],
};

/** What each layer may do. */
const sound: Record<string, string> = {
  "src/rules/good.ts": imports("./text.ts"),
  "src/usecases/good.ts": imports("../stores/profile-store.ts"),
  "src/slack/good.ts": imports("../usecases/permit.ts"),
  "src/slack/views/good.ts": imports("../../rules/profile.ts"),
  "src/rest/good.ts": imports("../usecases/permit.ts"),
  "src/rest/hono.ts": imports("hono"),
  "src/cli/good.ts": imports("../operate.ts"),
  "src/cli/csv.ts": imports("csv-stringify/sync"),
  "src/kashew/good.ts": imports("../rules/profile.ts"),
  "src/stores/good.ts": imports("../rules/profile.ts"),
  "src/stores/kashew/good.ts": imports("../../kashew/dialect.ts"),
  "src/stores/sql/good.ts": imports("../../errors.ts"),
  "src/sandbox/good.ts": imports("../operate.ts"),
  "src/sandbox/judge/good.ts": imports("zod"),
  "src/sandbox/server/good.ts": imports("../judge/judge.ts"),
  "src/sandbox/page/good.ts": imports("../server/protocol.ts"),
  "src/sandbox/page/kit/good.ts": imports("./slack.ts"),
  "src/config.ts": "export const home = process.env.HOME;\n",
};

it("lets the linter object to every import against the layers, and to nothing else", async () => {
  const folder = temporaryFolder();
  const { vcs: _, $schema: __, ...biome } = JSON.parse(await readFile(fromRoot("biome.json"), "utf8"));
  await write(folder, "biome.json", JSON.stringify(biome));
  for (const [file, text] of Object.entries(sound)) await write(folder, file, text);
  for (const [file, [text]] of Object.entries(planted)) await write(folder, file, text);

  expect((await lint(folder)).sort()).toEqual(
    Object.entries(planted)
      .map(([file, [, rule]]) => `${file} ${rule}`)
      .sort(),
  );
});

it("lets a bot that is configured load nothing of the sandbox, and a sandbox nothing of the bot", () => {
  const bot = [...loadedBy("src/main.ts"), ...loadedBy("src/process/run-bot.ts")];
  expect(bot.filter((file) => file.startsWith("src/sandbox/"))).toEqual([]);
  const sandbox = [...loadedBy("src/main.ts"), ...loadedBy("src/sandbox/run-sandbox.ts")];
  expect(sandbox).toContain("src/sandbox/server/create-slack.ts");
  expect(sandbox.filter((file) => /^src\/(slack\/|usecases\/|app\.ts|operate\.ts)/.test(file))).toEqual([]);
});

/** The files that a file loads when it is loaded, itself among them. */
function loadedBy(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const text = readFileSync(fromRoot(file), "utf8");
  for (const [, path = ""] of text.matchAll(/^import (?!type )[^;]*?from "(\.[^"]+)";/gm)) {
    loadedBy(join(dirname(file), path), known);
  }
  return known;
}

const Report = z.object({
  diagnostics: z.array(
    z.object({ code: z.object({ value: z.string() }), location: z.object({ path: z.string() }) }),
  ),
});

/** The file and the rule of each objection. */
async function lint(folder: string): Promise<string[]> {
  const args = ["lint", "--max-diagnostics=none", "--reporter=rdjson", "."];
  const stdout = await new Promise<string>((resolve) => {
    // With objections the exit code is 1.
    execFile(fromRoot("node_modules/.bin/biome"), args, { cwd: folder }, (_, out) => resolve(out));
  });
  const { diagnostics } = Report.parse(JSON.parse(stdout));
  return diagnostics.map(({ code, location }) => `${location.path} ${code.value}`);
}

async function write(folder: string, file: string, text: string): Promise<void> {
  await mkdir(join(folder, dirname(file)), { recursive: true });
  await writeFile(join(folder, file), text);
}

function fromRoot(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url));
}
