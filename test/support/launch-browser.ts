import type { Browser, BrowserServer } from "playwright-core";
import { chromium } from "playwright-core";

/** Without Chromium's own sandbox, which root and most containers cannot have; it only ever opens our own page. */
const args = ["--no-sandbox"];

/** What costs processor time in Chromium and shows nothing of a page. */
const spared = [
  // The window around a page loads pages of its own for suggestions below the address.
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "PreloadTopChromeWebUI",
  // A process kept ready for a page that may never be opened.
  "SpareRendererForSitePerProcess",
];

/** Of several lists Chromium takes the last: these are of Playwright's list what matters on a loopback. */
const sparedByPlaywright = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

const sparing = [
  `--disable-features=${[...sparedByPlaywright, ...spared].join(",")}`,
  // No test stays on a page for as long as optimizing its code would take to pay.
  "--js-flags=--no-maglev,--no-turbofan",
];

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args });
}

/** One for the tests of several processes, on a loopback port, which goes easy on the processor. */
export function serveBrowser(executablePath: string): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath, args: [...args, ...sparing], host: "127.0.0.1" });
}
