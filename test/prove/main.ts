import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { proveCrashes } from "./crash.ts";
import type { Effort } from "./effort.ts";
import { full, quick } from "./effort.ts";
import type { Figure } from "./figure.ts";
import { drawFigures } from "./figure.ts";
import { proveForgery } from "./forgery.ts";
import { proveFuzz } from "./fuzz.ts";
import { proveHome } from "./home.ts";
import { proveIsolation } from "./isolation.ts";
import { proveScale } from "./scale.ts";
import { proveTransports } from "./transports.ts";

const parts: Readonly<Record<string, (effort: Effort, folder: string) => Promise<Figure[]>>> = {
  isolation: proveIsolation,
  forgery: proveForgery,
  fuzz: proveFuzz,
  crash: proveCrashes,
  scale: proveScale,
  home: proveHome,
  transports: proveTransports,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false }, seed: { type: "string", default: "1" } },
});
const effort = { ...(values.quick ? quick : full), seed: Number(values.seed) };
for (const name of positionals.length === 0 ? Object.keys(parts) : positionals) {
  const prove = parts[name];
  if (prove === undefined)
    throw new Error(`There is no proof “${name}”, but ${Object.keys(parts).join(", ")}.`);
  const folder = await mkdtemp(join(tmpdir(), "icp-prove-"));
  try {
    const began = performance.now();
    const figures = await prove(effort, folder);
    process.stdout.write(`${drawFigures(name, figures, (performance.now() - began) / 1000)}\n`);
    if (!figures.every(({ holds }) => holds)) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
