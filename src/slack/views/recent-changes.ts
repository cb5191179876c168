import type { KnownBlock } from "@slack/types";
import type { ToldRevision } from "../../usecases/profile-history.ts";
import { context, header, markup, plain, section, timeOf } from "../blocks.ts";
import { undoButton } from "./profile-change.ts";
import { byWhom, fieldNames, shownNameOf } from "./profile-words.ts";

/** What was changed in the last minutes, and a way back. */
export function drawRecentChanges(changes: readonly ToldRevision[]): KnownBlock[] {
  if (changes.length === 0) return [];
  return [header("home-recent", "Changed in the last ten minutes"), ...changes.flatMap(drawChange)];
}

function drawChange(told: ToldRevision): KnownBlock[] {
  const { id, revision, draft, by, at, reason } = told.revision;
  const name = shownNameOf(draft);
  const undo = told.mayUndo ? undoButton({ id, revision, name }) : undefined;
  return [
    section(`recent:${id}`, plain(`${name}: ${whatChanged(told)}`), undo),
    context(
      `recent-facts:${id}`,
      markup(`${byWhom(by)}, ${timeOf(at)}`),
      ...(reason === "" ? [] : [plain(reason)]),
    ),
  ];
}

/** "paused", "renamed from “Fintech”", "industries and countries changed" */
function whatChanged({ revision, changes }: ToldRevision): string {
  if (revision.how.kind === "undone") return "a change was taken back";
  if (changes === undefined) return revision.revision === 1 ? "created" : "changed";
  const [first, ...more] = changes;
  if (first === undefined) return "saved as it was";
  if (more.length > 0) return `${changes.map(({ field }) => nameOfField(field)).join(", ")} changed`;
  switch (first.field) {
    case "isActive":
      return first.after ? "resumed" : "paused";
    case "isArchived":
      return first.after ? "archived" : "back from the archive";
    case "name":
      return `renamed from “${shownNameOf({ name: first.before })}”`;
    default:
      return `${nameOfField(first.field)} changed`;
  }
}

type ChangedField = NonNullable<ToldRevision["changes"]>[number]["field"];

function nameOfField(field: ChangedField): string {
  if (field === "owner") return "owner";
  return field === "isArchived" ? "archive" : fieldNames[field].toLowerCase();
}
