import type { FaultCode } from "../../errors.ts";
import { Fault } from "../../errors.ts";

/** By SQLite's primary result codes; extended ones start with them (https://sqlite.org/rescode.html). */
const codes: readonly (readonly [prefix: string, code: FaultCode, message: string])[] = [
  ["SQLITE_BUSY", "store-busy", "another process holds the file"],
  ["SQLITE_LOCKED", "store-busy", "another connection holds the table"],
  ["SQLITE_NOTADB", "store-damaged", "the file is not a database"],
  ["SQLITE_CORRUPT", "store-damaged", "the file is damaged"],
  ["SQLITE_FULL", "store-full", "the disk is full"],
  ["SQLITE_READONLY", "store-read-only", "the file cannot be written"],
  ["SQLITE_CANTOPEN", "store-unreachable", "the file cannot be opened"],
  ["SQLITE_IOERR", "store-unreachable", "the disk did not answer"],
];

/** The fault behind what SQLite threw. `where` names the file for the operator. */
export function fromSqlite(thrown: unknown, where: string): Fault {
  if (thrown instanceof Fault) return thrown;
  const sqliteCode = String((thrown as { code?: unknown } | undefined)?.code ?? "");
  const known = codes.find(([prefix]) => sqliteCode.startsWith(prefix));
  if (known === undefined) return new Fault("unexpected", `${where}: ${String(thrown)}`, { cause: thrown });
  const [, code, message] = known;
  return new Fault(code, `${where}: ${message} (${sqliteCode})`, { cause: thrown });
}
