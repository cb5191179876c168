import { EnterpriseId, TeamId, UserId } from "../../rules/people.ts";
import type { InstallationId, InstallationStore, StoredInstallation } from "../installation-store.ts";
import type { ControlFile } from "./control-file.ts";
import type { Seal } from "./sealed.ts";
import { keyIdOf } from "./sealed.ts";
import type { ControlTables } from "./tables.ts";
import { meetWorkspace } from "./workspace-store.ts";

type Row = ControlTables["installations"];

export function createSqlInstallationStore(control: ControlFile, seal: Seal): InstallationStore {
  return {
    save: (installation) =>
      control.use((db) =>
        db.transaction().execute(async (write) => {
          const row = toRow(installation, seal);
          const left = await write
            .deleteFrom("departures")
            .where("id", "=", row.id)
            .returning("id")
            .executeTakeFirst();
          const old = await write
            .deleteFrom("installations")
            .where("id", "=", row.id)
            .returning("id")
            .executeTakeFirst();
          await write.insertInto("installations").values(row).execute();
          const { data: teamId } = TeamId.safeParse(row.id);
          if (teamId !== undefined) await meetWorkspace(write, { teamId, name: row.name });
          return left !== undefined || old !== undefined;
        }),
      ),
    renew: (installation) =>
      control.use(async (db) => {
        const row = toRow(installation, seal);
        const { numUpdatedRows } = await db
          .updateTable("installations")
          .set(row)
          .where("id", "=", row.id)
          .where("installed_at", "=", row.installed_at)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    find: (id) =>
      control.use(async (db) => {
        const row = await db.selectFrom("installations").selectAll().where("id", "=", id).executeTakeFirst();
        return row === undefined ? undefined : toInstallation(row, seal);
      }),
    count: () =>
      control.use(async (db) => {
        const { count } = await db
          .selectFrom("installations")
          .select((select) => select.fn.countAll<number>().as("count"))
          .executeTakeFirstOrThrow();
        return count;
      }),
    idsAfter: (after, most) =>
      control.use(async (db) => {
        const rows = await db
          .selectFrom("installations")
          .select("id")
          .where("id", ">", after)
          .orderBy("id")
          .limit(most)
          .execute();
        return rows.map(({ id }) => id as InstallationId);
      }),
    keyIds: () =>
      control.use(async (db) => {
        const rows = await db
          .selectFrom("installations")
          .select(["sealed_bot_token", "sealed_refresh_token"])
          .execute();
        return [...new Set(rows.flatMap(sealedIn).map(keyIdOf))];
      }),
    async removeSealedWith(keyId) {
      const removed = await control.use((db) =>
        db.transaction().execute(async (write) => {
          const rows = await write.selectFrom("installations").selectAll().execute();
          const lost = rows.filter((row) => sealedIn(row).some((text) => keyIdOf(text) === keyId));
          for (const { id } of lost) await write.deleteFrom("installations").where("id", "=", id).execute();
          return lost.length;
        }),
      );
      await control.scrub();
      return removed;
    },
    sealAnew: () =>
      control.use((db) =>
        db.transaction().execute(async (write) => {
          const rows = await write.selectFrom("installations").selectAll().execute();
          const old = rows.filter((row) => sealedIn(row).some((text) => !seal.isCurrent(text)));
          for (const row of old) {
            const anew = toRow(toInstallation(row, seal), seal);
            await write.updateTable("installations").set(anew).where("id", "=", row.id).execute();
          }
          return old.length;
        }),
      ),
  };
}

function sealedIn(row: Pick<Row, "sealed_bot_token" | "sealed_refresh_token">): string[] {
  return [row.sealed_bot_token, row.sealed_refresh_token].filter((text) => text !== null);
}

function toRow(installation: StoredInstallation, seal: Seal): Row {
  const { id: owner, rotation } = installation;
  return {
    id: owner,
    name: installation.name,
    enterprise_id: installation.enterpriseId ?? null,
    sealed_bot_token: seal.seal(installation.botToken, { owner, kind: "bot-token" }),
    sealed_refresh_token:
      rotation === undefined ? null : seal.seal(rotation.refreshToken, { owner, kind: "refresh-token" }),
    expires_at: rotation?.expiresAt ?? null,
    scopes: installation.scopes.join(","),
    installed_by: installation.installedBy,
    installed_at: installation.installedAt,
  };
}

function toInstallation(row: Row, seal: Seal): StoredInstallation {
  const { id: owner, sealed_refresh_token: refresh, expires_at: expiresAt } = row;
  const isRotated = refresh !== null && expiresAt !== null;
  return {
    id: owner.startsWith("E") ? EnterpriseId.parse(owner) : TeamId.parse(owner),
    name: row.name,
    enterpriseId: row.enterprise_id === null ? undefined : EnterpriseId.parse(row.enterprise_id),
    botToken: seal.open(row.sealed_bot_token, { owner, kind: "bot-token" }),
    rotation: isRotated
      ? { refreshToken: seal.open(refresh, { owner, kind: "refresh-token" }), expiresAt }
      : undefined,
    scopes: row.scopes === "" ? [] : row.scopes.split(","),
    installedBy: UserId.parse(row.installed_by),
    installedAt: row.installed_at,
  };
}
