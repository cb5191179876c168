import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Fault } from "../../errors.ts";
import { TeamId } from "../../rules/people.ts";
import type { BackUpAnswer, CopiedFile, DataFiles } from "../data-files.ts";
import { copySqlite } from "./copy-file.ts";
import { restoreFile } from "./restore-file.ts";
import { fromSqlite } from "./sqlite-fault.ts";
import { swapFile, swapGraceMs } from "./swap-file.ts";

interface Copying {
  readonly from: string;
  readonly to: string;
}

/** The files of one data folder: `control.sqlite`, and a file for each workspace in `workspaces/`. */
export function createDataFiles(folder: string, { graceMs = swapGraceMs } = {}): DataFiles {
  const workspaces = join(folder, "workspaces");
  const pathOf = (teamId: TeamId) => join(workspaces, `${teamId}.sqlite`);
  return {
    async backUp({ teamId, to, mayReplace }) {
      const answer = await copyAll([{ from: pathOf(teamId), to }], mayReplace);
      if (answer.kind === "incomplete") throw answer.missing[0];
      return answer;
    },
    async backUpAll({ to, mayReplace }) {
      const names = (await namesIn(workspaces))
        .filter(isWorkspaceFile)
        .map((name) => join("workspaces", name));
      const all = ["control.sqlite", ...names].map((name) => ({
        from: join(folder, name),
        to: join(to, name),
      }));
      return copyAll(all, mayReplace);
    },
    async restore({ teamId, from, at }) {
      try {
        await mkdir(workspaces, { recursive: true, mode: 0o700 });
        return await restoreFile(pathOf(teamId), { teamId, from, at });
      } catch (thrown) {
        throw fromSqlite(thrown, from);
      }
    },
    async remove(teamId) {
      const path = pathOf(teamId);
      const wasThere = existsSync(path);
      if (wasThere) await swapFile(path, { graceMs });
      // A journal without its file is left over; beside a new file of a running bot it would be in use.
      const ends = wasThere ? ["."] : [".", "-"];
      const copies = (await namesIn(workspaces)).filter((name) =>
        ends.some((end) => name.startsWith(`${teamId}.sqlite${end}`)),
      );
      // Those of the control file have its name in them.
      const others = (await namesIn(folder)).filter((name) => name.startsWith("control.sqlite.before-"));
      const paths = [
        ...copies.map((name) => join(workspaces, name)),
        ...others.map((name) => join(folder, name)),
      ];
      for (const copy of paths) await rm(copy, { force: true });
      return wasThere ? [path, ...paths] : paths;
    },
  };
}

/** `T0123.sqlite`, and neither a journal nor a copy. */
export function isWorkspaceFile(name: string): boolean {
  return teamOf(name) !== undefined;
}

/** The workspaces that have a file in the folder. */
export async function teamsIn(workspaces: string): Promise<readonly TeamId[]> {
  return (await namesIn(workspaces)).flatMap((name) => teamOf(name) ?? []);
}

function teamOf(name: string): TeamId | undefined {
  return name.endsWith(".sqlite") ? TeamId.safeParse(name.slice(0, -".sqlite".length)).data : undefined;
}

/** What is not there has no names in it. */
export async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}

async function copyAll(all: readonly Copying[], mayReplace: boolean): Promise<BackUpAnswer> {
  const there = all.filter(({ from }) => existsSync(from));
  if (there.length === 0) return { kind: "nothing-kept" };
  const inTheWay = there.find(({ to }) => !mayReplace && existsSync(to));
  if (inTheWay !== undefined) return { kind: "in-the-way", path: inTheWay.to };
  const files: CopiedFile[] = [];
  const missing: Fault[] = [];
  for (const { from, to } of there) {
    try {
      if (!(await copySqlite(from, to, { mayReplace }))) return { kind: "in-the-way", path: to };
      files.push({ path: to, bytes: (await stat(to)).size });
    } catch (thrown) {
      missing.push(fromSqlite(thrown, to));
    }
  }
  return missing.length === 0 ? { kind: "backed-up", files } : { kind: "incomplete", files, missing };
}
