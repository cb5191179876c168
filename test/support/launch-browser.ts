import type { Browser, BrowserServer } from "playwright-core";
import { chromium } from "playwright-core";

/** Without Chromium's own sandbox, which root and most containers cannot have; it only ever opens our own page. */
const args = ["--no-sandbox"];

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args });
}

/** The same for several processes, on a loopback port. */
export function serveBrowser(executablePath: string): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath, args, host: "127.0.0.1" });
}
