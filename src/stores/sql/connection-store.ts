import type { ConnectionState } from "../../rules/connection.ts";
import { KashewKey, maskKeys } from "../../rules/connection.ts";
import type { TeamId } from "../../rules/people.ts";
import type { ConnectionStore } from "../connection-store.ts";
import { toConnection } from "./connection-rows.ts";
import type { ControlFile } from "./control-file.ts";
import type { Seal } from "./sealed.ts";
import { keyIdOf } from "./sealed.ts";
import { keepKnown } from "./workspace-store.ts";

export function createSqlConnectionStore(control: ControlFile, seal: Seal): ConnectionStore {
  return {
    connect: ({ teamId, key, by, at }) =>
      control.use((db) =>
        db.transaction().execute(async (write) => {
          await write.deleteFrom("connections").where("team_id", "=", teamId).execute();
          const row = {
            team_id: teamId,
            sealed_key: seal.seal(key, belonging(teamId)),
            shown_key: maskKeys(key),
            connected_by: by,
            connected_at: at.toISOString(),
            state: "ok" satisfies ConnectionState,
            is_told: 0,
          };
          await write.insertInto("connections").values(row).execute();
          await keepKnown(write, teamId);
          return toConnection(row);
        }),
      ),
    keyOf: ({ teamId, connectedAt }) =>
      control.use(async (db) => {
        const row = await db
          .selectFrom("connections")
          .select("sealed_key")
          .where("team_id", "=", teamId)
          .where("connected_at", "=", connectedAt)
          .executeTakeFirst();
        return row && KashewKey.parse(seal.open(row.sealed_key, belonging(teamId)));
      }),
    setState: ({ teamId, connectedAt, state }) =>
      control.use(async (db) => {
        await db
          .updateTable("connections")
          .set({ state, is_told: 0 })
          .where("team_id", "=", teamId)
          .where("connected_at", "=", connectedAt)
          .where("state", "!=", state)
          .execute();
      }),
    beginTelling: ({ teamId, connectedAt }) =>
      control.use(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable("connections")
          .set({ is_told: 1 })
          .where("team_id", "=", teamId)
          .where("connected_at", "=", connectedAt)
          .where("is_told", "=", 0)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    async disconnect(teamId) {
      const row = await control.use((db) =>
        db.deleteFrom("connections").where("team_id", "=", teamId).returningAll().executeTakeFirst(),
      );
      if (row !== undefined) await control.scrub();
      return row && toConnection(row);
    },
    keyIds: () =>
      control.use(async (db) => {
        const rows = await db.selectFrom("connections").select("sealed_key").execute();
        return [...new Set(rows.map(({ sealed_key }) => keyIdOf(sealed_key)))];
      }),
    async removeSealedWith(keyId) {
      const removed = await control.use((db) =>
        db.transaction().execute(async (write) => {
          const rows = await write.selectFrom("connections").select(["team_id", "sealed_key"]).execute();
          const lost = rows.filter(({ sealed_key }) => keyIdOf(sealed_key) === keyId);
          for (const { team_id } of lost) {
            await write.deleteFrom("connections").where("team_id", "=", team_id).execute();
          }
          return lost.length;
        }),
      );
      await control.scrub();
      return removed;
    },
    sealAnew: () =>
      control.use((db) =>
        db.transaction().execute(async (write) => {
          const rows = await write.selectFrom("connections").select(["team_id", "sealed_key"]).execute();
          const old = rows.filter(({ sealed_key }) => !seal.isCurrent(sealed_key));
          for (const { team_id, sealed_key } of old) {
            const anew = seal.seal(seal.open(sealed_key, belonging(team_id)), belonging(team_id));
            await write
              .updateTable("connections")
              .set({ sealed_key: anew })
              .where("team_id", "=", team_id)
              .execute();
          }
          return old.length;
        }),
      ),
  };
}

function belonging(teamId: TeamId | string) {
  return { owner: teamId, kind: "kashew-key" } as const;
}
