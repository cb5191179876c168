import { existsSync, readdirSync, readlinkSync } from "node:fs";

const table = "/proc/self/fd";

/** Whether this operating system tells which files a process has open. */
export const tellsOpenFiles = existsSync(table);

/** The databases in the folder that this process has open now, each named once. */
export function openDatabasesIn(folder: string): string[] {
  const open = readdirSync(table).map(targetOf);
  return [...new Set(open.filter((path) => path.startsWith(folder) && path.endsWith(".sqlite")))];
}

function targetOf(descriptor: string): string {
  try {
    return readlinkSync(`${table}/${descriptor}`);
  } catch {
    return ""; // It was closed meanwhile, such as the one that reads the table.
  }
}
