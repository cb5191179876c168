import { EnterpriseId, TeamId, UserId } from "../../rules/people.ts";
import type { InstallationId, InstallationStore, StoredInstallation } from "../installation-store.ts";
import type { ControlFile } from "./control-file.ts";
import type { Seal } from "./sealed.ts";
import type { ControlTables } from "./tables.ts";

type Row = ControlTables["installations"];

export function createSqlInstallationStore(control: ControlFile, seal: Seal): InstallationStore {
  return {
    save: (installation) =>
      control.use(async (db) => {
        const row = toRow(installation, seal);
        await db
          .insertInto("installations")
          .values(row)
          .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
          .execute();
      }),
    find: (id) =>
      control.use(async (db) => {
        const row = await db.selectFrom("installations").selectAll().where("id", "=", id).executeTakeFirst();
        return row === undefined ? undefined : toInstallation(row, seal);
      }),
    list: () =>
      control.use(async (db) => {
        const rows = await db.selectFrom("installations").select("id").orderBy("id").execute();
        return rows.map(({ id }) => id as InstallationId);
      }),
    remove: (id, before) =>
      control.use(async (db) => {
        const { numDeletedRows } = await db
          .deleteFrom("installations")
          .where("id", "=", id)
          .where("installed_at", "<=", before)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    sealAnew: () =>
      control.use((db) =>
        db.transaction().execute(async (write) => {
          const rows = await write.selectFrom("installations").selectAll().execute();
          const old = rows.filter((row) =>
            [row.sealed_bot_token, row.sealed_refresh_token].some((text) => text && !seal.isCurrent(text)),
          );
          for (const row of old) {
            const anew = toRow(toInstallation(row, seal), seal);
            await write.updateTable("installations").set(anew).where("id", "=", row.id).execute();
          }
          return old.length;
        }),
      ),
  };
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
