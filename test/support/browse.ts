import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { beforeAll, beforeEach, expect, inject, onTestFinished } from "vitest";
import { isCi, noBrowser } from "./find-browser.ts";

interface Look {
  /** px */
  width?: number;
  isDark?: boolean;
}

const patienceMs = 10_000;

/** Where `build-page.ts` puts the page. */
export const pageFolder = fileURLToPath(new URL("../../src/sandbox/page/dist", import.meta.url));

/** A real browser for a test file. Without one its tests are skipped, but on a host that checks changes. */
export function startBrowsing() {
  const isPossible = inject("browser") !== undefined;
  beforeAll(() => {
    if (!isPossible && isCi) throw new Error(noBrowser);
  });
  beforeEach(({ skip }) => skip(!isPossible, noBrowser));

  return {
    isPossible,
    /** A browser as somebody else's, with its own cookies; whoever asks for it closes it. */
    async newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
      const context = await (await browser()).newContext(options);
      context.setDefaultTimeout(patienceMs);
      return context;
    },
    /**
     * The screen of a person, by their short name, who has nothing open elsewhere. A fault in the page, or anything that
     * its policy forbids, fails the test.
     */
    async open(url: string, { as = "ana", ...look }: Look & { as?: string } = {}): Promise<Page> {
      const screen = await takeScreen(look);
      onTestFinished(async ({ task }) => {
        const faults = await leave(screen, task.result?.state === "pass");
        expect(faults).toEqual([]);
      });
      await screen.page.goto(`${url}/#${as}`);
      return screen.page;
    },
  };
}

let connected: Promise<Browser> | undefined;

/** The same for all files of a worker. */
function browser(): Promise<Browser> {
  const url = inject("browser");
  if (url === undefined) throw new Error(noBrowser);
  connected ??= chromium.connect(url);
  return connected;
}

interface Screen {
  readonly page: Page;
  readonly isPhone: boolean;
  /** Since it was taken. */
  readonly faults: string[];
}

/* A page costs Chromium a process, which has to warm up: one that was left and is empty again serves the next test. */
const left: Screen[] = [];

async function takeScreen({ width = 1280, isDark = false }: Look): Promise<Screen> {
  const isPhone = width < 600;
  const at = left.findIndex((screen) => screen.isPhone === isPhone);
  const [found] = at < 0 ? [] : left.splice(at, 1);
  const screen = found ?? (await newScreen(isPhone));
  await screen.page.setViewportSize({ width, height: 850 });
  await screen.page.emulateMedia({ colorScheme: isDark ? "dark" : "light" });
  return screen;
}

async function newScreen(isPhone: boolean): Promise<Screen> {
  const page = await (await browser()).newPage({
    hasTouch: isPhone,
    isMobile: isPhone,
    reducedMotion: "reduce",
  });
  page.setDefaultTimeout(patienceMs);
  return { page, isPhone, faults: listenForFaults(page) };
}

/** Leaves nothing in it of the person who was there, and answers with what went wrong in it. */
async function leave({ page, isPhone, faults }: Screen, isSound: boolean): Promise<string[]> {
  if (isSound) {
    await page.evaluate("localStorage.clear(); sessionStorage.clear()");
    await page.context().clearCookies();
    await page.goto("about:blank");
    left.push({ page, isPhone, faults });
  } else {
    await page.close();
  }
  return faults.splice(0);
}

/** What the page throws and what the browser writes into its console as an error, violations of the policy among it. */
function listenForFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => void faults.push(message));
  page.on("console", (said) => {
    if (said.type() === "error") faults.push(said.text());
  });
  return faults;
}

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** What keeps somebody from using the page, as axe sees it. */
export async function faultsIn(page: Page): Promise<string[]> {
  if (await page.evaluate("globalThis.axe === undefined")) await page.evaluate(axe);
  // What is just fading in is too pale to be judged.
  await page.evaluate(
    "Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => {})",
  );
  return page.evaluate(`axe.run({ resultTypes: ["violations"] }).then(({ violations }) =>
    violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html)))`);
}
