import { build } from "vite";

/** Once before the tests in a browser, which look at the page as it is served to everybody. */
export async function setup(): Promise<void> {
  await build({
    configFile: new URL("../../src/sandbox/page/vite.config.ts", import.meta.url).pathname,
    logLevel: "error",
  });
}
