import { join } from "node:path";
import type { Kysely } from "kysely";
import type { TeamId } from "../../rules/people.ts";
import { workspaceMigrations } from "./migrations.ts";
import { fromSqlite } from "./sqlite-fault.ts";
import { openSqliteFile } from "./sqlite-file.ts";
import type { WorkspaceTables } from "./tables.ts";

export interface WorkspaceFiles {
  /** Lends the workspace's file to `work` and takes it back when `work` has ended. */
  use<Answer>(teamId: TeamId, work: (db: Kysely<WorkspaceTables>) => Promise<Answer>): Promise<Answer>;
  close(): Promise<void>;
}

interface Handle {
  readonly db: Promise<Kysely<WorkspaceTables>>;
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
      const handle = await lend(teamId);
      try {
        return await work(await handle.db);
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
    const db = openSqliteFile<WorkspaceTables>(pathOf(teamId), workspaceMigrations);
    const handle = { db, leases: 0 };
    // What did not open is tried anew, whatever the reason.
    db.catch(() => drop(teamId, handle));
    return handle;
  }

  function drop(teamId: TeamId, handle: Handle): void {
    if (handles.get(teamId) === handle) handles.delete(teamId);
  }

  function pathOf(teamId: TeamId): string {
    return join(folder, `${teamId}.sqlite`);
  }
}

async function closeHandle(handle: Handle): Promise<void> {
  const db = await handle.db.catch(() => undefined);
  await db?.destroy();
}
