import type { KnownBlock, ModalView } from "@slack/types";
import { isKeyName, maskedKey } from "../../rules/api-key.ts";
import type { AuditEntry, AuditKind } from "../../rules/audit.ts";
import { doorOf } from "../../rules/audit.ts";
import type { Doer } from "../../rules/people.ts";
import { Author, UserId } from "../../rules/people.ts";
import { plans } from "../../rules/plan.ts";
import { cutTo } from "../../rules/text.ts";
import type { HistoryPage } from "../../usecases/read-history.ts";
import { context, dateOf, markup, plain, section } from "../blocks.ts";
import { drawHistoryFilter, history, printHistoryAsk } from "./history-ask.ts";
import { peopleNamed } from "./people-named.ts";
import { nameOf } from "./profile-words.ts";
import { turnButtons } from "./turn-buttons.ts";

/** What was done in the workspace, the newest first, ten entries a page. */
export function drawHistory({ entries, page, pages, total, by, isWhole }: HistoryPage): ModalView {
  const whose = by === undefined ? "" : ` by <@${by}>`;
  return {
    type: "modal",
    callback_id: "history",
    title: plain("History of changes"),
    close: plain("Close"),
    blocks: [
      drawHistoryFilter(by),
      ...entries.flatMap(drawEntry),
      context(
        "history-where",
        markup(total === 0 ? `Nothing${whose} yet.` : `Page ${page} of ${pages}, ${total} in all${whose}`),
        ...(isWhole ? [] : [plain("Of profiles. What else was changed here is for ICP admins to see.")]),
      ),
      ...turnButtons(
        "history-do",
        { page, pages },
        { id: history.page, toValue: (to) => printHistoryAsk({ page: to, by }) },
      ),
    ],
  };
}

function drawEntry(entry: AuditEntry, index: number): KnownBlock[] {
  const { at, by, kind } = entry;
  const facts = [
    ...peopleOf(entry),
    `by ${nameOf(by)}`,
    dateOf(at, "{date_short_pretty} at {time}"),
    ...(doorOf(by) === "slack" ? ["in Slack"] : []),
  ];
  return [
    section(`entry:${index}`, plain(words[kind](entry))),
    context(`entry-facts:${index}`, markup(facts.join(" · "))),
  ];
}

/** What was done. Who it concerns stands beside it. */
const words: Record<AuditKind, (entry: AuditEntry) => string> = {
  "profile-created": ({ subject }) => `Created “${subject}”`,
  "profile-changed": ({ before, after }) =>
    before === after ? `Changed “${after}”` : `Changed “${before}”, now “${after}”`,
  "profile-paused": ({ subject }) => `Paused “${subject}”`,
  "profile-resumed": ({ subject }) => `Resumed “${subject}”`,
  "profile-imported": ({ subject }) => `Imported “${subject}”`,
  "profile-archived": ({ subject }) => `Archived “${subject}”`,
  "profile-taken-back": ({ subject }) => `Took “${subject}” back out of the archive`,
  "profile-deleted": ({ subject }) => `Deleted “${subject}” for good`,
  "owner-set": ({ subject }) => `Set the owner of “${subject}”`,
  "writers-set": ({ before, after }) => `Who may write: ${writersIn(before)} → ${writersIn(after)}`,
  "guests-set": ({ before, after }) => `Guests: ${before} → ${after}`,
  "admins-set": ({ before, after }) =>
    `ICP admins besides owners and admins: ${countIn(before)} → ${countIn(after)}`,
  "access-requested": () => "Requested access",
  "access-allowed": () => "Allowed a request for access",
  "access-denied": () => "Denied a request for access",
  "access-withdrawn": () => "Withdrew a request for access",
  "key-made": ({ subject, after }) =>
    `Made the API key ${keyNamed(subject)}${after === "" ? "" : `, with ${cutTo(after, 60)}`}`,
  "key-revoked": ({ subject }) => `Revoked the API key ${keyNamed(subject)}`,
  "plan-set": ({ before, after }) => `Plan: ${planNamed(before)} → ${planNamed(after)}`,
  restored: () => "Restored a backup",
  exported: ({ after }) => `Exported ${after}`,
  "kashew-connected": ({ subject }) => `Connected Kashew with the key ${subject}`,
  "kashew-disconnected": ({ subject }) => `Disconnected Kashew and forgot the key ${subject}`,
};

function peopleOf({ kind, subject, before, after }: AuditEntry): string[] {
  if (kind === "owner-set") return ownerIn(after).map((owner) => `now ${nameOf(owner)}`);
  if (kind === "access-allowed" || kind === "access-denied") return [`of ${peopleNamed(idsIn(subject))}`];
  if (kind !== "writers-set" && kind !== "admins-set") return [];
  const [were, are] = [idsIn(before), idsIn(after)];
  const added = are.filter((id) => !were.includes(id));
  const gone = were.filter((id) => !are.includes(id));
  return [
    ...(added.length === 0 ? [] : [`added ${peopleNamed(added)}`]),
    ...(gone.length === 0 ? [] : [`taken out ${peopleNamed(gone)}`]),
  ];
}

function ownerIn(text: string): Doer[] {
  const owner = Author.safeParse(text).data;
  return owner === undefined || owner === "kashew" ? [] : [owner];
}

function writersIn(text: string): string {
  const [writers = ""] = text.split(" ");
  if (writers === "chosen") return `chosen people (${idsIn(text).length})`;
  return writers === "members" ? "all full members" : "ICP admins only";
}

function countIn(text: string): string {
  const { length } = idsIn(text);
  return length === 1 ? "1 person" : `${length} people`;
}

function idsIn(text: string): UserId[] {
  return text.split(" ").flatMap((word) => UserId.safeParse(word).data ?? []);
}

function keyNamed(name: string): string {
  return isKeyName(name) ? maskedKey(name) : cutTo(name, 60);
}

function planNamed(plan: string): string {
  return Object.hasOwn(plans, plan) ? plans[plan as keyof typeof plans].name : cutTo(plan, 60);
}
