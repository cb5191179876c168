import type { FaultCode } from "../../errors.ts";
import { Fault } from "../../errors.ts";

/** By SQLite's result codes (https://sqlite.org/rescode.html) and the operating system's; the first that fits counts. */
const codes: readonly (readonly [expected: RegExp, code: FaultCode, message: string])[] = [
  [/^SQLITE_BUSY/, "store-busy", "another process holds the file"],
  [/^SQLITE_LOCKED/, "store-busy", "another connection holds the table"],
  [/^SQLITE_NOTADB/, "store-damaged", "the file is not a database"],
  [/^SQLITE_CORRUPT/, "store-damaged", "the file is damaged"],
  [/^SQLITE_FULL|^ENOSPC$/, "store-full", "the disk is full"],
  [
    /^SQLITE_READONLY_DIRECTORY/,
    "store-unreachable",
    "its folder cannot be written, which reading takes too",
  ],
  [/^SQLITE_READONLY/, "store-read-only", "the file cannot be written"],
  [/^SQLITE_CANTOPEN/, "store-unreachable", "the file cannot be opened"],
  [/^ENOENT$/, "store-unreachable", "there is no such file"],
  [/^SQLITE_IOERR/, "store-unreachable", "the disk did not answer"],
  [/^E(ACCES|EXIST|IO|NOTDIR|PERM|ROFS)$/, "store-unreachable", "its folder cannot be made or entered"],
];

/** The fault behind what SQLite or the file system threw. `where` names the file for the operator. */
export function fromSqlite(thrown: unknown, where: string): Fault {
  if (thrown instanceof Fault) return thrown;
  const given = String((thrown as { code?: unknown } | undefined)?.code ?? "");
  const known = codes.find(([expected]) => expected.test(given));
  if (known === undefined) return new Fault("unexpected", `${where}: ${String(thrown)}`, { cause: thrown });
  const [, code, message] = known;
  return new Fault(code, `${where}: ${message} (${given})`, { cause: thrown });
}
