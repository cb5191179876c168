import type { Kysely, Selectable, Transaction } from "kysely";
import { changeToAdd, isNoChange } from "../../rules/access.ts";
import type { AuditKind } from "../../rules/audit.ts";
import type { TeamId } from "../../rules/people.ts";
import type { AccessRequest, AccessStore, CloseRequestAnswer, CloseRequestAsk } from "../access-store.ts";
import { readAccess, setAccess } from "./access-settings.ts";
import { note } from "./audit-store.ts";
import { readConsistently } from "./open-kysely.ts";
import type { WorkspaceTables } from "./tables.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

type Db = Kysely<WorkspaceTables>;

export function createSqlAccessStore(files: WorkspaceFiles, teamId: TeamId): AccessStore {
  return {
    read: () => files.use(teamId, readAccess),
    set: (ask) => files.use(teamId, (db) => db.transaction().execute((write) => setAccess(write, ask))),
    request: ({ by, at }) =>
      files.use(teamId, (db) =>
        db.transaction().execute(async (write) => {
          const open = await findRequest(write, { column: "open_of", value: by });
          if (open !== undefined) return { request: open, isNew: false };
          const id = crypto.randomUUID();
          const askedAt = at.toISOString();
          await write
            .insertInto("access_requests")
            .values({ id, asked_by: by, asked_at: askedAt, open_of: by, state: "open" })
            .execute();
          await note(write, { at: askedAt, by, kind: "access-requested", subject: by });
          return { request: { id, by, askedAt, state: "open", copies: [] }, isNew: true };
        }),
      ),
    findRequest: (id) =>
      files.use(teamId, (db) =>
        readConsistently(db, (read) => findRequest(read, { column: "id", value: id })),
      ),
    openRequests: () => files.use(teamId, (db) => readConsistently(db, findOpen)),
    addCopies: (id, copies) =>
      files.use(teamId, async (db) => {
        if (copies.length === 0) return;
        const rows = copies.map((copy) => ({ request_id: id, ...copy }));
        await db.insertInto("access_request_copies").values(rows).execute();
      }),
    close: (ask) => files.use(teamId, (db) => db.transaction().execute((write) => close(write, ask))),
    noteTold: (id, at) =>
      files.use(teamId, async (db) => {
        await db
          .updateTable("access_requests")
          .set({ told_at: at.toISOString() })
          .where("id", "=", id)
          .execute();
      }),
  };
}

const told = {
  allowed: "access-allowed",
  denied: "access-denied",
  withdrawn: "access-withdrawn",
} as const satisfies Record<CloseRequestAsk["state"], AuditKind>;

async function close(
  db: Transaction<WorkspaceTables>,
  { id, state, by, at, defaults }: CloseRequestAsk,
): Promise<CloseRequestAnswer> {
  const request = await findRequest(db, { column: "id", value: id });
  if (request === undefined) return { kind: "gone" };
  if (request.state !== "open") return { kind: "closed-before", request };
  const { revision, set } = await readAccess(db);
  const was = { ...defaults, ...set };
  const change = state === "allowed" ? changeToAdd(was, request.by) : {};
  if (change === undefined) return { kind: "full" };
  const closedAt = at.toISOString();
  await db
    .updateTable("access_requests")
    .set({ state, open_of: null, closed_by: by, closed_at: closedAt })
    .where("id", "=", id)
    .execute();
  await note(db, { at: closedAt, by, kind: told[state], subject: request.by });
  if (!isNoChange(change)) await setAccess(db, { revision, was, change, by, at });
  return { kind: "closed", request: { ...request, state, closedBy: by, closedAt } };
}

async function findRequest(
  db: Db,
  { column, value }: { column: "id" | "open_of"; value: string },
): Promise<AccessRequest | undefined> {
  const row = await db.selectFrom("access_requests").selectAll().where(column, "=", value).executeTakeFirst();
  return row === undefined ? undefined : withCopies(db, row);
}

async function findOpen(db: Db): Promise<AccessRequest[]> {
  const rows = await db
    .selectFrom("access_requests")
    .selectAll()
    .where("open_of", "is not", null)
    .orderBy("asked_at")
    .orderBy("id")
    .execute();
  return Promise.all(rows.map((row) => withCopies(db, row)));
}

async function withCopies(
  db: Db,
  row: Selectable<WorkspaceTables["access_requests"]>,
): Promise<AccessRequest> {
  const copies = await db
    .selectFrom("access_request_copies")
    .select(["channel", "ts"])
    .where("request_id", "=", row.id)
    .orderBy("ts")
    .execute();
  const { closed_by: closedBy, closed_at: closedAt, told_at: toldAt } = row;
  return {
    id: row.id,
    by: row.asked_by as AccessRequest["by"],
    askedAt: row.asked_at,
    state: row.state as AccessRequest["state"],
    ...(closedBy === null ? {} : { closedBy: closedBy as AccessRequest["by"] }),
    ...(closedAt === null ? {} : { closedAt }),
    ...(toldAt === null ? {} : { toldAt }),
    copies,
  };
}
