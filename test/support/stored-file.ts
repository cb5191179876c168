import { closeSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import Database from "better-sqlite3";

/** What can happen to a file behind our back. */
export const damages: readonly (readonly [what: string, damage: (path: string) => void])[] = [
  ["overwritten from its start", (path) => overwrite(path, { from: 0, with: Buffer.alloc(4096, "x") })],
  [
    "overwritten after its first page",
    (path) => overwrite(path, { from: 4096, with: Buffer.alloc(statSync(path).size - 4096, "x") }),
  ],
  ["cut in half", (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
  ["emptied", (path) => truncateSync(path, 0)],
  ["a text file", (path) => writeFileSync(path, "Dear diary, this is no database.\n".repeat(300))],
];

/** SQLite writes no file whose header asks for a newer way of writing (https://sqlite.org/fileformat.html, 1.3.3). */
export function setWritable(path: string, isWritable: boolean): void {
  overwrite(path, { from: 18, with: Buffer.of(isWritable ? 2 : 3) });
}

/** Marks the file as migrated by a version that is yet to come. */
export function ageForward(path: string): void {
  inSqlite(path, (sqlite) => {
    sqlite.exec("insert into kysely_migration (name, timestamp) values ('999-from-the-future', '2031')");
  });
}

/** Works on the file over a connection of its own, as another process does. */
export function inSqlite<Answer>(path: string, work: (sqlite: Database.Database) => Answer): Answer {
  const sqlite = new Database(path);
  try {
    return work(sqlite);
  } finally {
    sqlite.close();
  }
}

/** Holds the file as another process does in the middle of a write, until told to let go. */
export function holdForWriting(path: string): () => void {
  const sqlite = new Database(path);
  sqlite.exec("begin immediate");
  return () => void sqlite.close();
}

/** Goes on reading what is in the file now, as another process does, until told to let go. */
export function holdForReading(path: string): () => void {
  const sqlite = new Database(path);
  sqlite.exec("begin");
  sqlite.prepare("select count(*) from profiles").get();
  return () => void sqlite.close();
}

/** Holds the file so that nobody else can even read it. */
export function holdWholly(path: string): () => void {
  const sqlite = new Database(path);
  sqlite.pragma("journal_mode = DELETE");
  sqlite.exec("begin exclusive");
  return () => void sqlite.close();
}

/** The whole file, to be compared. */
export function bytesOf(path: string): string {
  return readFileSync(path).toString("base64");
}

function overwrite(path: string, { from, with: bytes }: { from: number; with: Buffer }): void {
  const file = openSync(path, "r+");
  writeSync(file, bytes, 0, bytes.length, from);
  closeSync(file);
}

/** Leaves no room for another profile: SQLite answers SQLITE_FULL, as it does on a full disk, until told otherwise. */
export function fillUp(path: string): () => void {
  inSqlite(path, (sqlite) => {
    sqlite.exec(`
      create table last_number (number integer primary key autoincrement);
      insert into last_number values (9223372036854775807);
      create trigger no_room after insert on profiles begin insert into last_number values (null); end;`);
  });
  return () => inSqlite(path, (sqlite) => sqlite.exec("drop trigger no_room; drop table last_number"));
}

/** Breaks the file in a way that nobody expects, until told otherwise. */
export function hideTable(path: string): () => void {
  const rename = (from: string, to: string) =>
    inSqlite(path, (sqlite) => sqlite.exec(`alter table ${from} rename to ${to}`));
  rename("profiles", "hidden");
  return () => rename("hidden", "profiles");
}
