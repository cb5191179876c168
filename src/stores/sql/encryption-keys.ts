import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Fault, StartProblem, toFault } from "../../errors.ts";
import type { KeySource } from "../key-source.ts";
import type { EncryptionKey, EncryptionKeys, Seal } from "./sealed.ts";
import { createSeal, newKey, readKey } from "./sealed.ts";
import { fromSqlite } from "./sqlite-fault.ts";

/**
 * A `StartProblem` where there is no key, or one that is none. What changes in a file later counts at once. A key of
 * our own is made when something is sealed for the first time; `made` is then called with the path of its file.
 */
export function openSeal(source: KeySource, made: (path: string) => void): Seal {
  const path = nameOf(source);
  if (source.kind === "given") {
    const keys = toKeys(source.keys, path);
    return createSeal({ keys: () => keys });
  }
  let keys: readonly EncryptionKey[] = source.kind === "own" && !existsSync(path) ? [] : readKeys(path);
  return createSeal({
    keys() {
      try {
        keys = readKeys(path);
      } catch {
        // In the middle of a change by hand: what was read before goes on.
      }
      return keys;
    },
    makeFirst() {
      if (makeFile(path)) made(path);
      return readKeys(path)[0];
    },
  });
}

/** One that opens when it is first used: most of what the operator does takes no key. */
export function sealLater(source: KeySource): Seal {
  let seal: Seal | undefined;
  return {
    seal: (secret, belonging) => opened().seal(secret, belonging),
    open: (sealed, belonging) => opened().open(sealed, belonging),
    isCurrent: (sealed) => opened().isCurrent(sealed),
    has: (keyId) => opened().has(keyId),
  };

  function opened(): Seal {
    try {
      seal ??= openSeal(source, () => undefined);
      return seal;
    } catch (thrown) {
      throw new Fault("sealed-shut", toFault(thrown).message, { cause: thrown });
    }
  }
}

/** Puts a new key in front of those of our own file that still seal something, and of the first: a bot may be just sealing. */
export async function addOwnKey(
  path: string,
  { isNeeded }: { isNeeded: (keyId: string) => boolean },
): Promise<void> {
  if (makeFile(path)) return;
  const lines = linesOf(path);
  const texts = lines.filter((text, index) => index === 0 || isNeeded(readKey(text)?.id ?? ""));
  const made = `${path}.new-${crypto.randomUUID()}`;
  try {
    const file = await open(made, "wx", 0o600);
    await file.writeFile(`${[newKey(), ...texts].join("\n")}\n`);
    await file.sync();
    await file.close();
    await rename(made, path);
  } finally {
    await rm(made, { force: true });
  }
}

/** The setting, or the file's path. */
export function nameOf(source: KeySource): string {
  if (source.kind === "given") return "ENCRYPTION_KEYS";
  return source.kind === "file" ? source.path : ownFileIn(source.folder);
}

function ownFileIn(folder: string): string {
  return join(folder, "encryption.key");
}

function readKeys(path: string): EncryptionKeys {
  return toKeys(linesOf(path), path);
}

function toKeys(texts: readonly string[], where: string): EncryptionKeys {
  const [first, ...others] = texts.map((text, index): EncryptionKey => {
    const key = readKey(text);
    if (key !== undefined) return key;
    throw new StartProblem(
      `Key ${index + 1} of ${where} is not 32 bytes in base64. Make one with: openssl rand -base64 32`,
    );
  });
  if (first === undefined) throw new StartProblem(`There is no key in ${where}.`);
  return [first, ...others];
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, "utf8")
      .split(/\s+/)
      .filter((line) => line !== "");
  } catch (cause) {
    throw new StartProblem(`The encryption keys cannot be read from ${path}.`, { cause });
  }
}

/** False where there is one. */
function makeFile(path: string): boolean {
  try {
    writeFileSync(path, `${newKey()}\n`, { flag: "wx", mode: 0o600, flush: true });
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw fromSqlite(thrown, path);
  }
}
