import { chmodSync, chownSync } from "node:fs";

const nobody = 65_534;

/** Works as an owner whom the files' modes bind, which they do not bind root; afterwards the files are writable. */
export async function asSomebodyElse(
  paths: readonly string[],
  mode: number,
  work: () => Promise<void>,
): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  for (const path of paths) {
    if (isRoot) chownSync(path, nobody, nobody);
    chmodSync(path, mode);
  }
  if (isRoot) process.seteuid?.(nobody);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    for (const path of paths) chmodSync(path, 0o777);
  }
}
