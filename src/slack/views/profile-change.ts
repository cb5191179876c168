import type { Change } from "../../rules/changes.ts";
import type { Author } from "../../rules/people.ts";
import type { Profile, ProfileId } from "../../rules/profile.ts";
import { ProfileId as Id } from "../../rules/profile.ts";
import { cutTo } from "../../rules/text.ts";
import { button } from "../blocks.ts";
import { fieldNames, nameOf, scheduleName } from "./profile-words.ts";

export const profileChange = { undo: "profile-undo" } as const;

/** Takes back what led to `revision`. */
export function undoButton({ id, revision, name }: { id: ProfileId; revision: number; name: string }) {
  return button(profileChange.undo, {
    text: "Undo",
    value: printRevision({ id, revision }),
    label: `Undo the change of ${name}`,
  });
}

/** A button's value that names one revision of a profile, or a page of its history. */
export function printRevision({ id, revision }: Pick<Profile, "id" | "revision">): string {
  return `${id}:${revision}`;
}

/** Undefined where the app did not write it. */
export function readRevision(value: string): { id: ProfileId; revision: number } | undefined {
  const [typed = "", number = "", ...more] = value.split(":");
  const id = Id.safeParse(typed);
  return id.success && more.length === 0 && /^[1-9]\d{0,8}$/.test(number)
    ? { id: id.data, revision: Number(number) }
    : undefined;
}

/** How much of one value a line has room for. */
const shown = 120;

/** What changed, a line each, with words as people typed them. An owner is a mention: see `ownerWords`. */
export function changeLines(changes: readonly Change[]): string[] {
  return changes.filter(({ field }) => field !== "owner").map(lineOf);
}

/** "Owner: Ana → Ben", as markup; empty where it is the same. */
export function ownerWords(changes: readonly Change[]): string[] {
  return changes.flatMap((change) =>
    change.field === "owner" ? [`Owner: ${named(change.before)} → ${named(change.after)}`] : [],
  );
}

function named(author: Author): string {
  return author === "kashew" ? "Kashew" : nameOf(author);
}

function lineOf(change: Change): string {
  switch (change.field) {
    case "isActive":
      return change.after ? "Resumed" : "Paused";
    case "isArchived":
      return change.after ? "Archived" : "Back from the archive";
    case "owner":
      return "Owner";
    case "name":
    case "description":
      return `${fieldNames[change.field]}: ${quoted(change.before)} → ${quoted(change.after)}`;
    case "schedule":
      return `${fieldNames.schedule}: ${scheduleName(change.before)} → ${scheduleName(change.after)}`;
    case "dailyLimit":
    case "minConfidence":
      return `${fieldNames[change.field]}: ${change.before} → ${change.after}`;
    default: {
      const { added, removed } = change;
      const parts = [
        ...(added.length === 0 ? [] : [`added ${listed(added)}`]),
        ...(removed.length === 0 ? [] : [`removed ${listed(removed)}`]),
      ];
      return `${fieldNames[change.field]}: ${parts.join("; ")}`;
    }
  }
}

function quoted(text: string): string {
  return text === "" ? "nothing" : `“${cutTo(text.replaceAll("\n", " "), shown)}”`;
}

/** As many words as a line has room for, then how many more. */
function listed(terms: readonly string[]): string {
  const first = terms.slice(0, 5).map((term) => cutTo(term, 40));
  const more = terms.length - first.length;
  return `${first.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
