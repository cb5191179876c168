import { mkdirSync, readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { parse } from "./json.ts";
import { fromKept, KeptWorld, keptVersion, toKept } from "./kept-world.ts";
import type { World } from "./world.ts";

const pauseMs = 500;

/** The file of a sandbox cannot be used. Its message says what to do. */
export class KeptFileError extends Error {
  override name = "KeptFileError";
  readonly code: "damaged" | "newer" | "unreadable" | "unwritable";

  constructor(code: KeptFileError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Fills a fresh world from its file, where there is one. Throws a `KeptFileError`, and leaves the file as it is. */
export function restore(world: World, file: string): void {
  const text = readText(file);
  if (text === undefined) return;
  const read = parse(text);
  const version = z.object({ version: z.int() }).safeParse(read).data?.version;
  if (version !== undefined && version > keptVersion) {
    const what = `${file} was written by a newer version of this sandbox.`;
    throw new KeptFileError("newer", `${what} Start that version, or move the file away to begin afresh.`);
  }
  const kept = KeptWorld.safeParse(read);
  if (!kept.success) {
    const what = `${file} is damaged, and nothing was changed in it.`;
    throw new KeptFileError("damaged", `${what} Move it away to begin afresh.`, { cause: kept.error });
  }
  fromKept(world, kept.data);
}

/** Writes the world into its file soon after each change. `close` writes what is left, and throws if that fails. */
export function keep(world: World, file: string): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let written: string | undefined;
  let writing: Promise<KeptFileError | undefined> = Promise.resolve(undefined);
  const schedule = () => {
    timer ??= setTimeout(save, pauseMs).unref();
  };
  world.events.on("changed", schedule);
  return {
    async close() {
      world.events.off("changed", schedule);
      clearTimeout(timer);
      save();
      const failure = await writing;
      if (failure !== undefined) throw failure;
    },
  };

  /** One write after the other; one that failed is made up for by the next. */
  function save(): void {
    timer = undefined;
    const text = JSON.stringify(toKept(world));
    writing = writing.then(async () => {
      if (text === written) return undefined;
      try {
        await replace(file, text);
        written = text;
        return undefined;
      } catch (cause) {
        return new KeptFileError("unwritable", `${file} could not be written: ${String(cause)}`, { cause });
      }
    });
  }
}

/** Whole or not at all: a crash leaves the file as it was. */
async function replace(file: string, text: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, text, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw new KeptFileError("unreadable", `${file} cannot be read: ${String(cause)}`, { cause });
  }
}
