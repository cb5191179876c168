import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** All bytes of all files in a folder and in what is inside, each character one byte, with the files' names. */
export function folderText(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => `${name}\n${readFileSync(join(folder, name), "latin1")}`)
    .join("\n");
}
