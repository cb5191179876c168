import { stringify } from "csv-stringify/sync";
import { doorOf } from "../../rules/audit.ts";
import type { ToldEntry } from "../../rules/told-history.ts";
import { drawChanges, toNamed } from "./change-words.ts";
import type { Command } from "./command.ts";
import { forTeam, onData } from "./command.ts";
import { writeNew } from "./files.ts";
import { done, unknownWorkspace } from "./outcome.ts";

const columns = ["at", "by", "door", "kind", "subject", "before", "after", "changes", "reason"] as const;

export const audit: Command = {
  form: "audit T0123 [--out file]",
  says: "its history of changes as CSV, the oldest first",
  more: [
    "Who did what, when, through which door, and what it was before and after; of a profile that is not deleted also",
    "which fields changed, and the reason that was given. Long texts are cut; --json has them in full. What a",
    "spreadsheet would take for a formula has an apostrophe in front. A file that is there already is left alone,",
    "unless --force replaces it.",
  ].join("\n"),
  flags: ["out", "force"],
  read: forTeam((teamId, { out, force = false }) =>
    onData(async (usecases) => {
      const entries = await usecases.exportHistory(teamId);
      if (entries === undefined) return unknownWorkspace(teamId);
      const text = stringify(entries.map(toRow), {
        header: true,
        columns: [...columns],
        escape_formulas: true,
      });
      if (out === undefined) return done(text, { entries: entries.map(toData) });
      const trouble = await writeNew(out, { text, mayReplace: force });
      return trouble ?? done(`${entries.length} entries in ${out}.`, { file: out, entries: entries.length });
    }),
  ),
};

function toRow(entry: ToldEntry): Record<(typeof columns)[number], string> {
  return { ...entry, door: doorOf(entry.by), changes: drawChanges(entry.changes) };
}

function toData(entry: ToldEntry) {
  return { ...entry, door: doorOf(entry.by), changes: entry.changes.map(toNamed) };
}
