import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import { openSeal } from "../../src/stores/sql/encryption-keys.ts";
import { newKey } from "../../src/stores/sql/sealed.ts";
import { installInto } from "../support/install-app.ts";
import { makeKey } from "../support/make-key.ts";
import { ana } from "../support/make-profile.ts";
import { done, workspace } from "../support/run-workspace.ts";
import { openInstallSlack, startBot, startBotHere, startReadyBotHere } from "../support/start-bot.ts";
import type { Environment } from "../support/start-process.ts";
import { runProcess } from "../support/start-process.ts";
import { storesIn, acme as teamAcme } from "../support/store-in.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const acme = { home: "T0ACME", person: "U0ANA" };

async function startInstalled<Started>(
  start: (slack: Slack, env: Environment) => Promise<Started>,
  more: Environment = {},
) {
  const { slack, env: own } = await openInstallSlack();
  const env = { ...own, ...more };
  const bot = await start(slack, env);
  expect(await installInto({ app: { port: Number(env.PORT) } }, acme)).toMatchObject({ status: 200 });
  return { slack, env, bot };
}

it("seals with a new key of its own while the bot runs, which goes on with it", async () => {
  const { slack, env, bot } = await startInstalled(startBot);
  const file = join(env.DATA_DIR, "encryption.key");
  const [before, line] = [readFileSync(file, "utf8"), await bot.logs("Made an encryption key")];
  expect(line).toMatchObject({ level: 40, msg: expect.stringContaining(file) });
  for (const count of [2, 2]) {
    expect(await workspace(env, "rotate-keys")).toEqual(
      done(
        `1 installation is sealed anew with the first key of ${file}.`,
        `Made a new key in ${file}; keep a copy apart from the backups.`,
      ),
    );
    expect(readFileSync(file, "utf8").trim().split("\n")).toHaveLength(count);
  }
  expect(readFileSync(file, "utf8")).not.toContain(before.trim());
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await installInto({ app: { port: Number(env.PORT) } }, { home: "T0BETA", person: "U0FINN" });
  for (const name of ["ana", "finn"]) {
    await slack.person(name).types("/icp list");
    await slack.person(name).sees("No ICP profiles yet.");
  }
});

it("seals with the first line of a file that the operator keeps", async () => {
  const file = join(temporaryFolder(), "keys");
  const [older, newer] = [newKey(), newKey()];
  writeFileSync(file, older);
  const { env } = await startInstalled(startBotHere, { ENCRYPTION_KEYS_FILE: file });
  writeFileSync(file, `${newer}\n${older}\n`);
  expect(await workspace(env, "rotate-keys")).toEqual(
    done(`1 installation is sealed anew with the first key of ${file}.`),
  );
  expect(readFileSync(file, "utf8")).toBe(`${newer}\n${older}\n`);
  expect(await workspace(env, "rotate-keys")).toMatchObject({
    stdout: expect.stringContaining("0 installations are"),
  });
});

it("refuses to start with a wrong key, and says what to do", async () => {
  const right = newKey();
  const { slack, env, bot } = await startInstalled(startBotHere, { ENCRYPTION_KEYS: right });
  await bot.stop();
  const wrong = newKey();
  const { code, stderr } = await runProcess(["start.mjs"], { env: { ...env, ENCRYPTION_KEYS: wrong } });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /sealed with the key [0-9a-f]{8}, which is not in ENCRYPTION_KEYS\. Put that key back/,
  );
  expect(stderr).not.toContain(wrong);
  const both = `${wrong},${right}`;
  const again = await startReadyBotHere(slack, { ...env, ENCRYPTION_KEYS: both });
  expect(again.logged.join("")).toContain("serving 1 installation");
});

it("forgets the tokens whose key is lost when it is told to, and not before", async () => {
  const { slack, env, bot } = await startInstalled(startBotHere, { ENCRYPTION_KEYS: newKey() });
  await bot.stop();
  const other = { ...env, ENCRYPTION_KEYS: newKey() };
  expect(await workspace(other, "rotate-keys")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("add --force to forget them"),
  });
  expect(await workspace(other, "rotate-keys", "--force")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("1 installation is forgotten: the key is lost."),
  });
  const again = await startReadyBotHere(slack, other);
  expect(again.logged.join("")).toContain("serving nobody yet");
});

it("has nothing to seal for a bot whose tokens are in its settings", async () => {
  const env = { SLACK_BOT_TOKEN: "xoxb-1-x", SLACK_SIGNING_SECRET: "s", DATA_DIR: temporaryFolder() };
  expect(await workspace(env, "rotate-keys")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("No token is kept"),
  });
});

it("seals the keys to Kashew anew for a bot whose tokens are in its settings", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "encryption.key");
  const env = { SLACK_BOT_TOKEN: "xoxb-1-x", SLACK_SIGNING_SECRET: "s", DATA_DIR: folder };
  const connect = { teamId: teamAcme, key: makeKey(), by: ana, at: new Date() };
  const stores = await storesIn(folder);
  const source = { kind: "own", folder } as const;
  const connection = await stores.connectionsWith(openSeal(source, () => undefined)).connect(connect);
  const before = readFileSync(file, "utf8").trim();
  for (const _ of [1, 2]) {
    expect(await workspace(env, "rotate-keys")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("1 key to Kashew is sealed anew with the first key of"),
    });
  }
  expect(readFileSync(file, "utf8")).not.toContain(before);
  const after = stores.connectionsWith(openSeal(source, () => undefined));
  expect(await after.keyOf({ teamId: teamAcme, ...connection })).toBe(connect.key);
});
