import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";

interface Look {
  /** A person's short name. */
  as?: string;
  /** px */
  width?: number;
  isDark?: boolean;
}

/** The page, built once for a test file, and a real browser to look at it. */
export function startBrowsing() {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  let browser: Browser;
  beforeAll(async () => {
    [browser] = await Promise.all([
      chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] }),
      build({
        configFile: new URL("../../src/sandbox/page/vite.config.ts", import.meta.url).pathname,
        logLevel: "error",
        build: { outDir: folder },
      }),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  return {
    folder,
    /** A person's screen. A fault in the page, or anything that its policy forbids, fails the test. */
    async open(url: string, { as = "ana", width = 1280, isDark = false }: Look = {}): Promise<Page> {
      const isPhone = width < 600;
      const page = await browser.newPage({
        viewport: { width, height: 850 },
        colorScheme: isDark ? "dark" : "light",
        hasTouch: isPhone,
        isMobile: isPhone,
      });
      page.setDefaultTimeout(5000);
      const faults: string[] = [];
      page.on("pageerror", ({ message }) => void faults.push(message));
      page.on("console", (said) => {
        if (said.text().includes("Content Security Policy")) faults.push(said.text());
      });
      onTestFinished(async () => {
        await page.close();
        expect(faults).toEqual([]);
      });
      await page.goto(`${url}/#${as}`);
      return page;
    },
  };
}

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** What keeps somebody from using the page, as axe sees it. */
export async function faultsIn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(`axe.run().then(({ violations }) =>
    violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html)))`);
}
