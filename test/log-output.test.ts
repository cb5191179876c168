import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { createLog } from "../src/log.ts";
import { openOutput } from "../src/log-output.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

function open() {
  const path = join(temporaryFolder(), "log");
  const descriptor = openSync(path, "a");
  onTestFinished(() => closeSync(descriptor));
  const log = createLog({ level: "info", to: openOutput(descriptor) });
  const said = () =>
    readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line).msg as string);
  return { log, said };
}

it("writes what was done within a moment, in its order", async () => {
  const { log, said } = open();
  log.info("Ana saved");
  log.info("Ben listed");
  expect(said()).toEqual([]);
  await vi.waitFor(() => expect(said()).toEqual(["Ana saved", "Ben listed"]));
});

it("writes what went wrong at once, with all that was said before it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const { log, said } = open();
  log.info("Ana saved");
  log.error("the disk is full");
  log.info("Ben listed");
  log.warn("nobody was told");
  vi.useRealTimers();
  await vi.waitFor(() =>
    expect(said()).toEqual(["Ana saved", "the disk is full", "Ben listed", "nobody was told"]),
  );
});

it("loses none of a thousand lines, whatever is under way", async () => {
  const { log, said } = open();
  const lines = Array.from({ length: 1000 }, (_, index) => `line ${index}`);
  for (const [index, line] of lines.entries()) {
    if (index % 97 === 0) log.warn(line);
    else log.info(line);
    if (index % 50 === 0) await new Promise(setImmediate);
  }
  await vi.waitFor(() => expect(said()).toEqual(lines));
});
