import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, existsSync, openSync, readFileSync, readSync } from "node:fs";
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

it("writes all lines in their order to a pipe whose reader falls behind", async () => {
  const path = join(temporaryFolder(), "pipe");
  execFileSync("sh", ["-c", 'mkfifo "$0"', path]);
  const descriptor = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  onTestFinished(() => closeSync(descriptor));
  const output = openOutput(descriptor);
  const lines = Array.from({ length: 3000 }, (_, index) => `${index} ${"x".repeat(100)}\n`);
  for (const line of lines) output.write(line);
  let written = false;
  const writing = output.flushed(30_000).then(() => {
    written = true;
  });
  let read = "";
  const bytes = Buffer.alloc(65_536);
  while (!written) {
    await new Promise(setImmediate);
    try {
      read += bytes.toString("utf8", 0, readSync(descriptor, bytes));
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: "EAGAIN" });
    }
  }
  await writing;
  expect(read).toBe(lines.join(""));
});

const fullDisk = "/dev/full";

/** A process that says something, and something else as it ends, when it is told to. */
function startSaying(stdout: number | "pipe") {
  const from = (file: string) => JSON.stringify(new URL(`../src/${file}`, import.meta.url).href);
  const code = `import { createLog } from ${from("log.ts")};
    import { openOutput } from ${from("log-output.ts")};
    const log = createLog({ level: "info", to: openOutput(1) });
    log.warn("starting");
    process.stdin.resume().on("end", () => { log.info("stopping"); process.exit(0); });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["pipe", stdout, "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

it.skipIf(!existsSync(fullDisk))(
  "lets the process go on, and end, where the disk under it is full",
  async () => {
    const descriptor = openSync(fullDisk, "a");
    onTestFinished(() => closeSync(descriptor));
    const child = startSaying(descriptor);
    child.stdin?.end();
    expect(await once(child, "exit")).toEqual([0, null]);
  },
);

it("lets the process end where whoever read it is gone, and writes its last line where they are not", async () => {
  const gone = startSaying("pipe");
  gone.stdout?.destroy();
  gone.stdin?.end();
  expect(await once(gone, "exit")).toEqual([0, null]);

  const heard = startSaying("pipe");
  let said = "";
  heard.stdout?.on("data", (bytes: Buffer) => {
    said += bytes;
    heard.stdin?.end();
  });
  await once(heard, "close");
  expect(said.match(/"msg":"\w+"/g)).toEqual(['"msg":"starting"', '"msg":"stopping"']);
});
