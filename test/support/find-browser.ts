import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export const noBrowser =
  "There is no Chromium or Chrome here for the tests in a browser: install one, or say in CHROMIUM_PATH where it is.";

/** On GitHub and other hosts: there nothing may be left untested. */
export const isCi = (process.env.CI ?? "") !== "";

/** The person's own Chromium or Chrome; undefined where there is none. */
export function findBrowser(): string | undefined {
  const { CHROMIUM_PATH: said = "", PATH = "" } = process.env;
  return said !== "" ? [said].find(canRun) : [...commandsIn(PATH), ...macApps].find(canRun);
}

function commandsIn(path: string): string[] {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  return commands.flatMap((name) => folders.map((folder) => join(folder, name)));
}

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const macApps = ["Chromium", "Google Chrome"].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
