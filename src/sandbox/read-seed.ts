import type { AppFlag } from "./flags.ts";
import { ownManifest, readManifest } from "./manifest.ts";
import { demoSeed } from "./server/demo-seed.ts";
import type { Seed } from "./server/seed.ts";

/** Who and what is in the sandbox, the app as its manifest says. */
export async function readSeed(flag: AppFlag, { command }: { command: string }): Promise<Seed> {
  if (flag.kind === "bot") {
    const app = await readManifest(ownManifest);
    return demoSeed({ ...app, commands: app.commands.map((one) => ({ ...one, command })) });
  }
  const seed = demoSeed(await readManifest(flag.manifest ?? ownManifest));
  // An app with one token expects one workspace.
  return { ...seed, app: { ...seed.app, installations: seed.app.installations.slice(0, 1) } };
}
