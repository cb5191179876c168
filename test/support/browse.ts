import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished } from "vitest";
import { findBrowser, isCi, noBrowser } from "./find-browser.ts";
import { launchBrowser } from "./launch-browser.ts";

interface Look {
  /** A person's short name. */
  as?: string;
  /** px */
  width?: number;
  isDark?: boolean;
}

const patienceMs = 10_000;

/** Where `build-page.ts` puts the page. */
export const pageFolder = fileURLToPath(new URL("../../src/sandbox/page/dist", import.meta.url));

/** A real browser for a test file. Without one its tests are skipped, but on a host that checks changes. */
export function startBrowsing() {
  const executablePath = findBrowser();
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (executablePath !== undefined) browser = await launchBrowser(executablePath);
    else if (isCi) throw new Error(noBrowser);
  });
  beforeEach(({ skip }) => skip(browser === undefined, noBrowser));
  afterAll(() => browser?.close());

  return {
    isPossible: executablePath !== undefined,
    /** A browser as somebody else's, with its own cookies; whoever asks for it closes it. */
    async newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
      if (browser === undefined) throw new Error(noBrowser);
      const context = await browser.newContext(options);
      context.setDefaultTimeout(patienceMs);
      return context;
    },
    /** The screen of a person who has nothing open elsewhere. A fault in the page, or anything that its policy forbids, fails the test. */
    async open(url: string, { as = "ana", width = 1280, isDark = false }: Look = {}): Promise<Page> {
      if (browser === undefined) throw new Error(noBrowser);
      const isPhone = width < 600;
      const page = await browser.newPage({
        viewport: { width, height: 850 },
        colorScheme: isDark ? "dark" : "light",
        hasTouch: isPhone,
        isMobile: isPhone,
        reducedMotion: "reduce",
      });
      page.setDefaultTimeout(patienceMs);
      const faults = listenForFaults(page);
      onTestFinished(async () => {
        await page.close();
        expect(faults).toEqual([]);
      });
      await page.goto(`${url}/#${as}`);
      return page;
    },
  };
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
