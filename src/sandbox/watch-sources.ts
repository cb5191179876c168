import { watch } from "node:fs";

/** An editor saves one file in several steps. */
const quietMs = 100;

/** Calls back after each change in a folder of sources, but for those of the sandbox itself. */
export function watchSources(folder: string, changed: () => void): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  return watch(folder, { recursive: true }, (_event, name) => {
    if (name?.startsWith("sandbox") === true) return;
    clearTimeout(timer);
    timer = setTimeout(changed, quietMs);
  });
}
