import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

/** Without Chromium's own sandbox, which root and most containers cannot have; it only ever opens our own page. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}
