import type { KnownBlock, ModalView } from "@slack/types";
import { doorOf } from "../../rules/audit.ts";
import type { RevisionHow } from "../../rules/revision.ts";
import { cutTo } from "../../rules/text.ts";
import type { ProfileHistoryAnswer, ToldRevision } from "../../usecases/profile-history.ts";
import { button, context, dateOf, header, markup, plain, section } from "../blocks.ts";
import { changeLines, ownerWords, printRevision, undoButton } from "./profile-change.ts";
import { byWhom } from "./profile-words.ts";
import { turnButtons } from "./turn-buttons.ts";

export const profileHistory = {
  id: "profile-history",
  open: "profile-history",
  page: "profile-history-page",
  restore: "profile-restore",
} as const;

type Read = Extract<ProfileHistoryAnswer, { kind: "read" }>;

/**
 * Every change of one profile, the newest first, five a page. `said` is what this person has just done here, and
 * `over` the callback id of the modal that lies beneath, as far as it is known.
 */
export function drawProfileHistory(
  read: Read,
  { said, over = "" }: { said?: string; over?: string } = {},
): ModalView {
  const { id, name, items, page, pages, total } = read;
  const isBroken = page === pages && items.at(-1)?.revision.revision !== 1;
  return {
    type: "modal",
    callback_id: profileHistory.id,
    title: plain("History"),
    close: plain("Close"),
    private_metadata: over,
    blocks: [
      ...(said === undefined ? [] : [section("history-said", plain(said))]),
      header("history-name", name),
      ...items.flatMap((told) => drawRevision(told, read)),
      context(
        "history-where",
        plain(`Page ${page} of ${pages}, ${total} in all`),
        ...(isBroken ? [plain("Earlier changes were not kept.")] : []),
      ),
      ...turnButtons("history-do", read, {
        id: profileHistory.page,
        words: ["Newer", "Older"],
        toValue: (revision) => printRevision({ id, revision }),
      }),
    ],
  };
}

function drawRevision(told: ToldRevision, { name, newest, mayRestore }: Read): KnownBlock[] {
  const { revision, changes = [], mayUndo } = told;
  const { id, revision: number, at, by, reason, isArchived } = revision;
  const facts = [
    dateOf(at, "{date_short_pretty} at {time}"),
    byWhom(by),
    ...(by !== "kashew" && doorOf(by) === "slack" ? ["in Slack"] : []),
    ...ownerWords(changes),
  ];
  const restore = button(profileHistory.restore, {
    text: "Restore this one",
    value: printRevision(revision),
    label: `Restore revision ${number} of ${name}`,
  });
  const canRestore = mayRestore && number !== newest && !isArchived;
  const accessory = mayUndo ? undoButton({ id, revision: number, name }) : canRestore ? restore : undefined;
  return [
    section(`revision:${number}`, plain(cutTo(wordsOf(told), 2900)), accessory),
    context(
      `revision-facts:${number}`,
      markup(facts.join(" · ")),
      ...(reason === "" ? [] : [plain(`Reason: ${reason}`)]),
    ),
  ];
}

/** "3. Industries: added FinTech" */
function wordsOf({ revision: { revision, how }, changes }: ToldRevision): string {
  const lines = changes === undefined ? [revision === 1 ? "Created" : "Changed"] : changeLines(changes);
  const all = [...takenUp(how), ...lines];
  return `${revision}. ${all.length === 0 ? "Owner changed" : all.join("\n")}`;
}

function takenUp(how: RevisionHow): string[] {
  switch (how.kind) {
    case "saved":
      return [];
    case "undone":
      return [`Took back revision ${how.of}`];
    case "restored":
      return [`Restored revision ${how.of}`];
  }
}
