import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { lockDataFolder } from "../../../src/stores/sql/data-lock.ts";
import { storesIn } from "../../support/store-in.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

it("refuses a second bot with a sentence until the first one lets go", async () => {
  const folder = join(temporaryFolder(), "not", "there", "yet");
  const lock = await lockDataFolder(folder);
  for (const _ of [1, 2]) {
    await expect(lockDataFolder(folder)).rejects.toMatchObject({
      name: "StartProblem",
      message: `Another bot is running on ${folder}. Stop it, or set DATA_DIR.`,
    });
  }
  lock.release();
  const next = await lockDataFolder(folder);
  await expect(lockDataFolder(folder)).rejects.toMatchObject({ name: "StartProblem" });
  next.release();
});

it("is in nobody's way who only works on the data", async () => {
  const folder = temporaryFolder();
  const lock = await lockDataFolder(folder);
  const { workspaces } = await storesIn(folder);
  expect(await workspaces.list()).toEqual([]);
  lock.release();
});

it("is gone with a bot that was killed", async () => {
  const folder = temporaryFolder();
  const bot = startHolder(folder);
  await once(bot.stdout, "data");
  await expect(lockDataFolder(folder)).rejects.toMatchObject({ name: "StartProblem" });
  bot.kill("SIGKILL");
  await once(bot, "close");
  (await lockDataFolder(folder)).release();
});

it("names the place that it cannot use", async () => {
  const folder = join(temporaryFolder(), "data");
  writeFileSync(folder, "");
  await expect(lockDataFolder(folder)).rejects.toMatchObject({
    code: "store-unreachable",
    message: expect.stringContaining(folder),
  });
});

/** Another process that holds the lock and says so. */
function startHolder(folder: string) {
  const module = new URL("../../../src/stores/sql/data-lock.ts", import.meta.url).href;
  const program = `
    const { lockDataFolder } = await import(${JSON.stringify(module)});
    const lock = await lockDataFolder(${JSON.stringify(folder)});
    console.log("held");
    setInterval(() => lock, 60_000);
  `;
  const holder = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void holder.kill("SIGKILL"));
  return holder;
}
