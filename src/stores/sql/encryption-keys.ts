import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StartProblem } from "../../errors.ts";
import type { KeySource } from "../key-source.ts";
import type { EncryptionKey, Seal } from "./sealed.ts";
import { createSeal, newKey, readKey } from "./sealed.ts";

/** A `StartProblem` where there is no key, or one that is none. `made` is called with the path of a new key's file. */
export async function openSeal(source: KeySource, made: (path: string) => void): Promise<Seal> {
  switch (source.kind) {
    case "given":
      return sealOf(source.keys, "ENCRYPTION_KEYS");
    case "file":
      return sealOf(await readLines(source.path), source.path);
    case "own": {
      const path = join(source.folder, "encryption.key");
      if (await makeFile(path)) made(path);
      return sealOf(await readLines(path), path);
    }
  }
}

function sealOf(texts: readonly string[], where: string): Seal {
  const [first, ...others] = texts.map((text, index): EncryptionKey => {
    const key = readKey(text);
    if (key !== undefined) return key;
    throw new StartProblem(
      `Key ${index + 1} of ${where} is not 32 bytes in base64. Make one with: openssl rand -base64 32`,
    );
  });
  if (first === undefined) throw new StartProblem(`There is no key in ${where}.`);
  return createSeal([first, ...others]);
}

async function readLines(path: string): Promise<string[]> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new StartProblem(`The encryption keys cannot be read from ${path}.`, { cause });
  });
  return text.split(/\s+/).filter((line) => line !== "");
}

/** False where there is one. */
async function makeFile(path: string): Promise<boolean> {
  try {
    await writeFile(path, `${newKey()}\n`, { flag: "wx", mode: 0o600 });
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new StartProblem(`No encryption key can be made at ${path}.`, { cause: thrown });
  }
}
