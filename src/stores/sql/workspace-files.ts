import { join } from "node:path";
import type { Kysely } from "kysely";
import { Fault } from "../../errors.ts";
import type { TeamId } from "../../rules/people.ts";
import { identify } from "./file-identity.ts";
import { stateOf } from "./open-kysely.ts";
import { fromSqlite } from "./sqlite-fault.ts";
import { openSqliteFile } from "./sqlite-file.ts";
import type { WorkspaceTables } from "./tables.ts";
import { sayWhose } from "./whose-file.ts";
import { workspaceMigrations } from "./workspace-migrations.ts";

export interface WorkspaceFiles {
  /** Lends the workspace's file to `work` and takes it back when `work` has ended. */
  use<Answer>(teamId: TeamId, work: (db: Kysely<WorkspaceTables>) => Promise<Answer>): Promise<Answer>;
  close(): Promise<void>;
}

interface Handle {
  readonly db: Promise<Kysely<WorkspaceTables>>;
  /** Of the file that stood at the path when it was opened. */
  readonly identity: Promise<string | undefined>;
  leases: number;
}

/**
 * One SQLite file per workspace, `<folder>/<team>.sqlite`, opened when first asked for. At most `maxOpen` are open
 * at a time; the one unused for longest is closed for the next, and who comes while all are lent out waits.
 */
export function createWorkspaceFiles(folder: string, { maxOpen = 32 } = {}): WorkspaceFiles {
  // A Map keeps the order of insertion, and a handle is inserted anew at each use: the first is the oldest.
  const handles = new Map<TeamId, Handle>();
  const waiting: (() => void)[] = [];

  return {
    async use(teamId, work) {
      await letGoOfReplaced(teamId);
      const handle = await lend(teamId);
      try {
        const db = await handle.db;
        const state = stateOf(db);
        const answer = await work(db);
        // Who waited for the file while another one took its place has written where nobody reads.
        if (stateOf(db) !== state && (await isReplaced(teamId, handle))) throw replaced(teamId);
        return answer;
      } catch (thrown) {
        const fault = fromSqlite(thrown, pathOf(teamId));
        // Opened anew next time, so that what was mended meanwhile is found without a restart.
        if (fault.code.startsWith("store-") && fault.code !== "store-busy") drop(teamId, handle);
        throw fault;
      } finally {
        handle.leases -= 1;
        if (handles.get(teamId) !== handle && handle.leases === 0) await closeHandle(handle);
        waiting.shift()?.();
      }
    },
    async close() {
      const open = [...handles.values()];
      handles.clear();
      await Promise.all(open.map(closeHandle));
    },
  };

  async function lend(teamId: TeamId): Promise<Handle> {
    while (!handles.has(teamId) && handles.size >= maxOpen) {
      const idle = [...handles].find(([, { leases }]) => leases === 0);
      if (idle === undefined) await new Promise<void>((resolve) => waiting.push(resolve));
      else {
        handles.delete(idle[0]);
        await closeHandle(idle[1]);
      }
    }
    const handle = handles.get(teamId) ?? open(teamId);
    handles.delete(teamId);
    handles.set(teamId, handle);
    handle.leases += 1;
    return handle;
  }

  function open(teamId: TeamId): Handle {
    const path = pathOf(teamId);
    // Before it is opened: if another file takes its place in between, it is merely opened once more.
    const before = identify(path);
    const db = openAs(teamId, path);
    const identity = before === undefined ? db.then(() => identify(path)) : Promise.resolve(before);
    identity.catch(() => undefined);
    const handle = { db, identity, leases: 0 };
    // What did not open is tried anew, whatever the reason.
    db.catch(() => drop(teamId, handle));
    return handle;
  }

  /** The operator's commands put another file in the place of one, or none; what is open is not the workspace's then. */
  async function letGoOfReplaced(teamId: TeamId): Promise<void> {
    const handle = handles.get(teamId);
    if (handle === undefined) return;
    if (!(await isReplaced(teamId, handle))) return;
    if (handles.get(teamId) !== handle) return;
    handles.delete(teamId);
    if (handle.leases === 0) await closeHandle(handle);
  }

  async function isReplaced(teamId: TeamId, { identity }: Handle): Promise<boolean> {
    const opened = await identity.catch(() => undefined);
    return opened !== undefined && opened !== identify(pathOf(teamId));
  }

  function replaced(teamId: TeamId): Fault {
    return new Fault("store-busy", `${pathOf(teamId)}: the file was replaced meanwhile`);
  }

  function drop(teamId: TeamId, handle: Handle): void {
    if (handles.get(teamId) === handle) handles.delete(teamId);
  }

  function pathOf(teamId: TeamId): string {
    return join(folder, `${teamId}.sqlite`);
  }
}

async function openAs(teamId: TeamId, path: string): Promise<Kysely<WorkspaceTables>> {
  const db = await openSqliteFile<WorkspaceTables>(path, workspaceMigrations);
  // A file that takes no write now can be read all the same: it says so from another time on.
  await sayWhose(db, teamId).catch(() => undefined);
  return db;
}

async function closeHandle(handle: Handle): Promise<void> {
  const db = await handle.db.catch(() => undefined);
  await db?.destroy();
}
