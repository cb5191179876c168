import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { saveProfiles } from "../support/save-profiles.ts";
import { openHouse } from "./house.ts";
import { goTo, press, said, send } from "./screen.ts";

const house = openHouse();

it("shows Ben, who reloads, the same person, place and messages", async () => {
  const page = await house.open("ana");
  await press(page, "Acting as Ana Ruiz");
  await page.getByRole("menuitemradio", { name: "Ben Ito" }).click();
  await goTo(page, "sales");
  await send(page, "/icp list");
  await said(page, "No ICP profiles yet.").waitFor();
  await send(page, "Is there none for the south?");
  await said(page, "Is there none for the south?").waitFor();
  const before = await page.getByRole("article").allInnerTexts();

  await page.reload();
  await said(page, "Is there none for the south?").waitFor();
  expect(await page.getByRole("article").allInnerTexts()).toEqual(before);
  await page.getByRole("button", { name: "Acting as Ben Ito" }).waitFor();
  await page.getByRole("heading", { name: "sales", level: 1 }).waitFor();
});

it("says that the bot crashed, and Restart brings it back with every profile", async () => {
  await saveProfiles(house.slack.person("ana"), ["Survivor"]);
  const ana = await house.open("ana");
  process.kill(await botOf(process.pid), "SIGKILL");
  const banner = ana.getByRole("status").filter({ hasText: "ICP Profiles has crashed" });
  await press(banner, "Show its log");
  await ana.getByText("The bot ended (SIGKILL).").waitFor();
  await press(banner, "Restart");
  await ana.getByText("ICP Profiles is running.").waitFor();
  await banner.waitFor({ state: "detached" });
  await send(ana, "/icp list");
  await said(ana, "1 ICP profile").getByText("Survivor", { exact: true }).waitFor();
});

async function botOf(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)("pgrep", ["-P", String(pid), "-f", "start.mjs"]);
  return Number(stdout.trim());
}
