import { readFile, writeFile } from "node:fs/promises";

/** Puts drawn results into the file in the place of the last ones of that title, and leaves the others. */
export async function keepResults(
  drawn: string,
  file = new URL("RESULTS.md", import.meta.url),
): Promise<void> {
  const parts = (await readFile(file, "utf8")).split(/^(?=# )/m).map((part) => part.trimEnd());
  const at = parts.findIndex((part) => titleOf(part) === titleOf(drawn));
  parts.splice(at < 0 ? parts.length : at, 1, drawn.trimEnd());
  await writeFile(file, `${parts.join("\n\n")}\n`);
}

function titleOf(part: string): string {
  return part.split("\n", 1)[0] ?? "";
}
