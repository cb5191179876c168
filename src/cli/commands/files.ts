import { readFile, writeFile } from "node:fs/promises";
import type { Outcome } from "./outcome.ts";
import { failed, misunderstood } from "./outcome.ts";

/** Why the operating system did not let us, in words. */
function sayFileTrouble(path: string, thrown: unknown): Outcome {
  const code = String((thrown as NodeJS.ErrnoException).code);
  return failed(`${path}: ${reasons[code] ?? code}.`);
}

/** Writes a file that only its owner may read; one that is there is left alone unless it may be replaced. */
export async function writeNew(
  path: string,
  { text, mayReplace }: { text: string; mayReplace: boolean },
): Promise<Outcome | undefined> {
  try {
    await writeFile(path, text, { flag: mayReplace ? "w" : "wx", mode: 0o600 });
    return undefined;
  } catch (thrown) {
    return sayFileTrouble(path, thrown);
  }
}

/** The file's JSON, or why there is none. */
export async function readJson(path: string): Promise<{ readonly json: unknown } | Outcome> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (thrown) {
    return sayFileTrouble(path, thrown);
  }
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch (thrown) {
    return failed(`${path} is not JSON: ${(thrown as Error).message}`);
  }
}

/** Exactly one file's name. */
export function oneFile(words: readonly string[]): string | Outcome {
  const [file, ...more] = words;
  if (file === undefined) return misunderstood("Say which file.");
  return more.length > 0 ? misunderstood(`“${more.join(" ")}” is more than it takes.`) : file;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this user may not open it",
  EEXIST: "it is there already; choose another name, or add --force to replace it",
  EISDIR: "it is a folder",
  ENOENT: "there is no such file or folder",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is a file",
  EROFS: "the disk is read-only",
};
