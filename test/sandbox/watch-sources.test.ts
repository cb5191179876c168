import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { watchSources } from "../../src/sandbox/watch-sources.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it("tells once of a change that an editor makes in several steps, however deep", async () => {
  const folder = temporaryFolder();
  const inside = join(folder, "slack", "views");
  mkdirSync(inside, { recursive: true });
  const changed = Promise.withResolvers<void>();
  let count = 0;
  const watched = watchSources(folder, () => {
    count += 1;
    changed.resolve();
  });
  onTestFinished(() => watched.close());
  writeFileSync(join(inside, "help.ts"), "");
  writeFileSync(join(inside, "help.ts"), "export {};\n");
  await changed.promise;
  expect(count).toBe(1);
});
