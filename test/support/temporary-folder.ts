import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { leaksInFiles } from "./find-leaks.ts";
import { onTestFinished } from "./side-by-side.ts";

/** Linux's folder in memory, where no save waits for a disk. */
const inMemory = "/dev/shm";
const home = hasRoom(inMemory) ? inMemory : tmpdir();

/** A new folder that is gone after the test, and in which no secret stands at its end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(home, "icp-"));
  onTestFinished(() => {
    const leaks = leaksInFiles(folder);
    rmSync(folder, { recursive: true, force: true });
    expect(leaks).toEqual([]);
  });
  return folder;
}

/** Containers often have such a folder of 64 MB, which the larger tests fill. */
function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > 1_000_000_000;
  } catch {
    return false;
  }
}
