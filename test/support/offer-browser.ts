import type { TestProject } from "vitest/node";
import { findBrowser } from "./find-browser.ts";
import { serveBrowser } from "./launch-browser.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the browser for the tests is reached; undefined where there is none. */
    browser: string | undefined;
  }
}

/** One browser for all tests, which is gone after them. */
export async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const executablePath = findBrowser();
  if (executablePath === undefined) return undefined;
  const server = await serveBrowser(executablePath);
  provide("browser", server.wsEndpoint());
  return () => server.close();
}
