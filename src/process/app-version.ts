import { readFileSync } from "node:fs";

/** This app's version, as `package.json` says. */
export function appVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return String(JSON.parse(text).version);
}
