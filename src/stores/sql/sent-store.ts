import type { Kysely } from "kysely";
import type { TeamId } from "../../rules/people.ts";
import type { ProfileId } from "../../rules/profile.ts";
import { ProfileDraft } from "../../rules/profile.ts";
import type { Sent, SentStore } from "../sent-store.ts";
import { note } from "./audit-store.ts";
import { utcDay } from "./day-writes.ts";
import type { WorkspaceTables } from "./tables.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

type Db = Kysely<WorkspaceTables>;

export function createSqlSentStore(files: WorkspaceFiles, teamId: TeamId): SentStore {
  return {
    begin: ({ key, draft, by, at }) =>
      files.use(teamId, (db) =>
        db.transaction().execute(async (write) => {
          const before = await findSent(write, key);
          if (before !== undefined) return before;
          const row = { key, draft: JSON.stringify(draft), by, at: at.toISOString(), state: "sending" };
          await write.insertInto("sent").values(row).execute();
          return undefined;
        }),
      ),
    settle: ({ key, profileId }) =>
      files.use(teamId, (db) =>
        db.transaction().execute(async (write) => {
          const sent = await findSent(write, key);
          if (sent === undefined || sent.state === "created") return;
          await write
            .updateTable("sent")
            .set({ state: "created", profile_id: profileId })
            .where("key", "=", key)
            .execute();
          const { at, by, draft } = sent;
          const after = draft.isActive ? "active" : "paused";
          await note(write, { at, by, kind: "profile-created", subject: draft.name, after });
        }),
      ),
    lose: (key) =>
      files.use(teamId, async (db) => {
        await db
          .updateTable("sent")
          .set({ state: "unknown" })
          .where("key", "=", key)
          .where("state", "=", "sending")
          .execute();
      }),
    drop: (key) =>
      files.use(teamId, async (db) => {
        await db.deleteFrom("sent").where("key", "=", key).where("state", "!=", "created").execute();
      }),
    find: (key) => files.use(teamId, (db) => findSent(db, key)),
    copies: () =>
      files.use(teamId, async (db) => {
        const rows = await db.selectFrom("sent").selectAll().where("profile_id", "is not", null).execute();
        return rows
          .map(toSent)
          .flatMap(({ profileId: id, draft, by, at }) => (id ? [{ id, draft, by, at }] : []));
      }),
    countOn: (at) =>
      files.use(teamId, async (db) => {
        const day = utcDay(at);
        const { count } = await db
          .selectFrom("sent")
          .select(({ fn }) => fn.countAll<number>().as("count"))
          .where("at", ">=", day)
          .where("at", "<", `${day}U`)
          .executeTakeFirstOrThrow();
        return Number(count);
      }),
  };
}

async function findSent(db: Db, key: string): Promise<Sent | undefined> {
  const row = await db.selectFrom("sent").selectAll().where("key", "=", key).executeTakeFirst();
  return row && toSent(row);
}

function toSent(row: Row): Sent {
  const { key, by, at, profile_id: profileId } = row;
  return {
    key,
    draft: ProfileDraft.parse(JSON.parse(row.draft)),
    by: by as Sent["by"],
    at,
    state: row.state as Sent["state"],
    ...(profileId === null ? {} : { profileId: profileId as ProfileId }),
  };
}

interface Row extends Omit<WorkspaceTables["sent"], "profile_id"> {
  readonly profile_id: string | null;
}
