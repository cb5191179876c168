import { readConfig } from "../../src/config.ts";
import { readFlags } from "../../src/sandbox/flags.ts";
import type { Sandbox } from "../../src/sandbox/start-sandbox.ts";
import { startSandbox } from "../../src/sandbox/start-sandbox.ts";

/** What `npm start` starts with nothing set, on any free port, keeping its data in the folder. */
export function startHouse(folder: string): Promise<Sandbox> {
  const config = readConfig({});
  const reading = readFlags(["--port", "0", "--data", folder]);
  if (config.kind !== "config" || reading.kind !== "flags") throw new Error("The defaults are wrong.");
  return startSandbox(config.config, reading.flags, { warn: () => undefined, echo: () => undefined });
}
