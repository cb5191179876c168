import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { leaksInFiles } from "./find-leaks.ts";

/** A new folder that is gone after the test, and in which no secret stands at its end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "icp-"));
  onTestFinished(() => {
    const leaks = leaksInFiles(folder);
    rmSync(folder, { recursive: true, force: true });
    expect(leaks).toEqual([]);
  });
  return folder;
}
