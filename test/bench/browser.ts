import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { modal, send } from "../e2e/screen.ts";
import { findBrowser, noBrowser } from "../support/find-browser.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { keepResults } from "./keep-results.ts";
import type { Results } from "./table.ts";
import { drawResults } from "./table.ts";

/* How fast the sandbox's page is for the person before it, for `npm run bench:page`. */

const rounds = 50;
/** What the page waits for silence before it asks the app. */
const debounceMs = 100;
const messages = 1000;

/** Text for the page: the ms of each frame on the way up. */
const scrolling = `new Promise((resolve) => {
  const box = document.querySelector(".log-box");
  const frames = [];
  let last = performance.now();
  (function step(now = last) {
    frames.push(now - last);
    last = now;
    box.scrollTop -= 120;
    if (box.scrollTop > 0 && frames.length < 600) requestAnimationFrame(step);
    else resolve(frames.slice(2));
  })();
})`;

type Line = Results["lines"][number];

const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const executablePath = findBrowser();
if (executablePath === undefined) throw new Error(noBrowser);
const folder = mkdtempSync(join(tmpdir(), "bench-page-"));
const began = performance.now();
const sandbox = spawn(
  process.execPath,
  [fileURLToPath(new URL("../../src/start.mjs", import.meta.url)), "--port", "0", "--data", folder],
  { cwd: folder, stdio: ["ignore", "pipe", "inherit"] },
);
// Not its close, which waits for somebody to read the rest of what it says.
const ended = once(sandbox, "exit");
const [line] = (await once(sandbox.stdout, "data")) as [Buffer];
const url = / at (http:\S+)/.exec(line.toString())?.[1] ?? "";
const lines = [lineOf("`npm start` until the address", [performance.now() - began], 2000)];

const browser = await launchBrowser(executablePath);
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 850 } });
  const opened = performance.now();
  await page.goto(url);
  await page.getByRole("combobox", { name: /^Message #/ }).waitFor();
  lines.push(lineOf("page until it can be used", [performance.now() - opened], 1000));
  await untilAnswered(page);
  lines.push(
    lineOf("Enter until the modal", await measureModals(page), 100),
    lineOf("letter until the options, beyond the debounce", await measureOptions(page), 50),
    lineOf(`frames while ${messages} messages scroll`, await measureScrolling(page), 34),
  );
} finally {
  await browser.close();
  sandbox.kill("SIGTERM");
  await ended;
  rmSync(folder, { recursive: true });
}
const results = drawResults(
  {
    title: "How fast the sandbox’s page is for the person before it",
    command: "npm run bench:page",
    columns: ["measured"],
    lines,
    note: `In a headless Chromium on this machine, of 1280 by 850 pixels; ${rounds} modals, ${rounds} letters. The page waits
${debounceMs} ms for silence before it asks the app, which does not count here.`,
  },
  new Date(),
);
process.stdout.write(results);
if (values.write) await keepResults(results);

/** The bot may still be starting behind the page. */
async function untilAnswered(page: Page): Promise<void> {
  const answer = page.getByRole("article").first();
  while ((await answer.count()) === 0) {
    await send(page, "/icp help");
    await answer.waitFor({ timeout: 1000 }).catch(() => undefined);
  }
}

async function measureModals(page: Page): Promise<number[]> {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate(untilShown("keydown", "dialog[open]"));
    await send(page, "/icp new");
    times.push(await page.evaluate<number>("shown"));
    await page.keyboard.press("Escape");
    await modal(page, "New ICP profile").waitFor({ state: "detached" });
  }
  return times;
}

async function measureOptions(page: Page): Promise<number[]> {
  await send(page, "/icp new");
  const industries = modal(page, "New ICP profile").getByRole("combobox", { name: "Industries" });
  await industries.click();
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.getByRole("option").first().waitFor();
    await page.evaluate(untilShown("input", "[role=option]"));
    await page.keyboard.press("softwarehealthfinance"[round % 20] ?? "s");
    times.push((await page.evaluate<number>("shown")) - debounceMs);
    if (round % 5 === 4) {
      await industries.fill("");
      await page.waitForTimeout(200);
    }
  }
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  return times;
}

async function measureScrolling(page: Page): Promise<number[]> {
  const place = new URL(page.url()).hash.split("/")[1] ?? "";
  for (let at = 0; at < messages; at += 1) {
    const body = JSON.stringify({ as: at % 2 ? "ana" : "ben", do: "writes", place, text: `Message ${at}` });
    await fetch(`${url}/sandbox/act`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
  }
  await page.getByText(`Message ${messages - 1}`, { exact: true }).waitFor();
  return page.evaluate(scrolling);
}

/** Text for the page: a promise of the ms from the next event of a type until something is shown that was not when it came. */
function untilShown(event: string, selector: string): string {
  return `void (globalThis.shown = new Promise((resolve) => {
    addEventListener("${event}", function begin(found) {
      if ("${event}" === "keydown" && found.key !== "Enter") return;
      removeEventListener("${event}", begin, true);
      const began = performance.now();
      let wasGone = document.querySelector("${selector}") === null;
      const look = () => {
        const isThere = document.querySelector("${selector}") !== null;
        if (isThere && wasGone) return resolve(performance.now() - began);
        wasGone ||= !isThere;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, true);
  }))`;
}

function lineOf(what: string, times: readonly number[], target: number): Line {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN);
  const isOne = sorted.length === 1;
  return {
    what,
    cells: [isOne ? `${at(1)} ms` : `p50 ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)} ms`],
    target: `${isOne ? "" : "p95 "}≤ ${target} ms`,
    isMet: at(0.95) <= target,
  };
}
