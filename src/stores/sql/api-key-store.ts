import { hash, randomInt, timingSafeEqual } from "node:crypto";
import type { Kysely } from "kysely";
import { KeyName, mostKeys, nameInKey } from "../../rules/api-key.ts";
import type { ApiKey, ApiKeyStore } from "../api-key-store.ts";
import type { ControlFile } from "./control-file.ts";
import type { ControlTables } from "./tables.ts";
import { findWorkspace, keepKnown } from "./workspace-store.ts";

type Row = ControlTables["api_keys"];

/** A use is written down this often at most: each time would be a write to the disk for every read. */
const noteUseEveryMs = 60_000;

export function createSqlApiKeyStore(control: ControlFile): ApiKeyStore {
  return {
    make: ({ teamId, scopes, by, at }) =>
      control.use((db) =>
        db.transaction().execute(async (write) => {
          const { count } = await write
            .selectFrom("api_keys")
            .select(({ fn }) => fn.countAll<number>().as("count"))
            .where("team_id", "=", teamId)
            .executeTakeFirstOrThrow();
          if (count >= mostKeys) return { kind: "full" };
          const name = await freeName(write);
          const secret = `${name}_${randomText(32, `${lower}${lower.toUpperCase()}${digits}`)}`;
          const row: Row = {
            name,
            team_id: teamId,
            hash: hashOf(secret).toString("hex"),
            scopes: scopes.join(" "),
            made_by: by,
            made_at: at.toISOString(),
            last_used_at: null,
          };
          await write.insertInto("api_keys").values(row).execute();
          await keepKnown(write, teamId);
          return { kind: "made", apiKey: toApiKey(row), secret };
        }),
      ),
    of: (teamId) =>
      control.use(async (db) => {
        const rows = await db
          .selectFrom("api_keys")
          .selectAll()
          .where("team_id", "=", teamId)
          .orderBy("made_at", "desc")
          .orderBy("name")
          .execute();
        return rows.map(toApiKey);
      }),
    async recognize(secret, at) {
      const name = nameInKey(secret);
      if (name === undefined) return undefined;
      const known = await control.ask(`key ${name}`, (db) => findKey(db, name));
      if (known === undefined || !timingSafeEqual(hashOf(secret), known.hash)) return undefined;
      await noteUse(known.apiKey, at);
      return { apiKey: known.apiKey, workspace: known.workspace };
    },
    revoke: ({ teamId, name }) =>
      control.use(async (db) => {
        const { numDeletedRows } = await db
          .deleteFrom("api_keys")
          .where("team_id", "=", teamId)
          .where("name", "=", name)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    hasAny: () =>
      control.use(async (db) => {
        const row = await db.selectFrom("api_keys").select("name").limit(1).executeTakeFirst();
        return row !== undefined;
      }),
  };

  async function noteUse({ name, lastUsedAt }: ApiKey, at: Date): Promise<void> {
    if (lastUsedAt !== undefined && at.getTime() - Date.parse(lastUsedAt) < noteUseEveryMs) return;
    const change = { last_used_at: at.toISOString() };
    await control
      .use((db) => db.updateTable("api_keys").set(change).where("name", "=", name).execute())
      // Whoever reads is not refused because that could not be written.
      .catch(() => undefined);
  }
}

/** In one look, since every request asks for it. */
async function findKey(db: Kysely<ControlTables>, name: KeyName) {
  const row = await db.selectFrom("api_keys").selectAll().where("name", "=", name).executeTakeFirst();
  if (row === undefined) return undefined;
  const hash = Buffer.from(row.hash, "hex");
  return { hash, apiKey: toApiKey(row), workspace: await findWorkspace(db, row.team_id) };
}

/** Long enough that chance finds no secret, and so a plain hash does: there is nothing to guess in order. */
function hashOf(secret: string): Buffer {
  return hash("sha256", secret, "buffer");
}

async function freeName(db: Kysely<ControlTables>): Promise<KeyName> {
  for (;;) {
    const name = KeyName.parse(`kshw_${randomText(8, `${lower}${digits}`)}`);
    const taken = await db.selectFrom("api_keys").select("name").where("name", "=", name).executeTakeFirst();
    if (taken === undefined) return name;
  }
}

const lower = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";

function randomText(length: number, letters: string): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
}

function toApiKey(row: Row): ApiKey {
  return {
    name: row.name as ApiKey["name"],
    teamId: row.team_id as ApiKey["teamId"],
    scopes: (row.scopes === "" ? [] : row.scopes.split(" ")) as ApiKey["scopes"],
    madeBy: row.made_by as ApiKey["madeBy"],
    madeAt: row.made_at,
    ...(row.last_used_at === null ? {} : { lastUsedAt: row.last_used_at }),
  };
}
