import { stringify } from "csv-stringify/sync";
import type { AuditEntry } from "../../rules/audit.ts";
import { doorOf } from "../../rules/audit.ts";
import type { Command } from "./command.ts";
import { forTeam, onData } from "./command.ts";
import { writeNew } from "./files.ts";
import { done, unknownWorkspace } from "./outcome.ts";

const columns = ["at", "by", "door", "kind", "subject", "before", "after"] as const;

export const audit: Command = {
  form: "audit T0123 [--out file]",
  says: "its history of changes as CSV, the oldest first",
  more: [
    "Who did what, when, through which door, and what it was before and after. What a spreadsheet would take for a",
    "formula has an apostrophe in front. A file that is there already is left alone, unless --force replaces it.",
  ].join("\n"),
  flags: ["out", "force"],
  read: forTeam((teamId, { out, force = false }) =>
    onData(async (usecases) => {
      const entries = await usecases.exportHistory(teamId);
      if (entries === undefined) return unknownWorkspace(teamId);
      const rows = entries.map(toRow);
      const text = stringify(rows, { header: true, columns: [...columns], escape_formulas: true });
      if (out === undefined) return done(text, { entries: rows });
      const trouble = await writeNew(out, { text, mayReplace: force });
      return trouble ?? done(`${rows.length} entries in ${out}.`, { file: out, entries: rows.length });
    }),
  ),
};

function toRow(entry: AuditEntry): Record<(typeof columns)[number], string> {
  return { ...entry, door: doorOf(entry.by) };
}
