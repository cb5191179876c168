import { existsSync } from "node:fs";
import { access, constants, stat } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Fault } from "../../errors.ts";
import { Plan } from "../../rules/plan.ts";
import type { DataReport, FileReport } from "../data-report.ts";
import { controlMigrations } from "./control-migrations.ts";
import { isWorkspaceFile, namesIn } from "./data-files.ts";
import { isDataFolderLocked } from "./data-lock.ts";
import type { Migrations } from "./migrations.ts";
import { fromSqlite } from "./sqlite-fault.ts";
import { readDoneMigrations } from "./sqlite-file.ts";
import { workspaceMigrations } from "./workspace-migrations.ts";

/** Looks at everything, and neither makes nor migrates anything. */
export async function examineData(folder: string): Promise<DataReport> {
  const inside = join(folder, "workspaces");
  const names = await namesIn(inside);
  const control = join(folder, "control.sqlite");
  const files: FileReport[] = existsSync(control) ? [await examine(control, controlMigrations)] : [];
  for (const name of names.filter(isWorkspaceFile)) {
    files.push(await examine(join(inside, name), workspaceMigrations));
  }
  const others = names.filter((name) => !isWorkspaceFile(name.replace(/-(?:wal|shm)$/, "")));
  const trouble = await whyNotWritable(folder);
  return {
    folder,
    ...(trouble === undefined ? {} : { trouble }),
    isBotRunning: isDataFolderLocked(folder),
    files,
    copies: await Promise.all(
      others.map(async (name) => ({ path: join(inside, name), bytes: await sizeOf(join(inside, name)) })),
    ),
    rows: files[0]?.path === control && files[0].trouble === undefined ? unknownPlans(control) : [],
  };
}

async function examine(path: string, migrations: Migrations): Promise<FileReport> {
  const bytes = await sizeOf(path);
  try {
    if (bytes === 0) throw new Fault("store-damaged", `${path}: the file is empty`);
    return inFile(path, (sqlite) => {
      const done = readDoneMigrations(sqlite);
      const found = String(sqlite.pragma("quick_check(1)", { simple: true }));
      const unknown = done.find((name) => !Object.hasOwn(migrations, name));
      if (found !== "ok") return { path, bytes, migrations: done, trouble: `${path}: ${found}` };
      if (unknown === undefined) return { path, bytes, migrations: done };
      return {
        path,
        bytes,
        migrations: done,
        trouble: `${path} was written by a newer version (${unknown})`,
      };
    });
  } catch (thrown) {
    return { path, bytes, migrations: [], trouble: fromSqlite(thrown, path).message };
  }
}

function unknownPlans(control: string): string[] {
  const rows = inFile(control, (sqlite) =>
    sqlite.prepare("select team_id, plan from workspaces where plan is not null order by team_id").all(),
  ) as { team_id: string; plan: string }[];
  return rows
    .filter(({ plan }) => !Plan.safeParse(plan).success)
    .map(({ team_id, plan }) => `${team_id} is on a plan that this version does not know: ${plan}`);
}

function inFile<Answer>(path: string, work: (sqlite: Database.Database) => Answer): Answer {
  const sqlite = new Database(path, { fileMustExist: true, timeout: 1000 });
  try {
    return work(sqlite);
  } finally {
    sqlite.close();
  }
}

async function whyNotWritable(folder: string): Promise<string | undefined> {
  if (!existsSync(folder)) return undefined;
  if (!(await stat(folder)).isDirectory()) return `${folder} is no folder`;
  const canWrite = await access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  return canWrite ? undefined : `${folder} cannot be written by this user`;
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.size ?? 0;
}
