import type { Author, Person } from "../../rules/people.ts";
import type { Profile } from "../../rules/profile.ts";
import { cutTo } from "../../rules/text.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import { context, dateOf, markup, plain, section } from "../blocks.ts";
import type { Answer, Work } from "../listening/answer.ts";
import type { ActedView } from "../listening/payloads.ts";
import type { Notice } from "../notice.ts";
import { drawSentence } from "../notice.ts";
import { drawArchivedProfile } from "../views/archived-profile.ts";
import { profileDetails } from "../views/details-buttons.ts";
import { readRevision } from "../views/profile-change.ts";
import { drawProfileDetails } from "../views/profile-details.ts";
import { drawProfileHistory, profileHistory } from "../views/profile-history.ts";
import { byWhom } from "../views/profile-words.ts";
import { sayNoChange } from "./no-change.ts";
import { noHistory } from "./profile-history.ts";
import { showArchived } from "./show-archived.ts";
import { gone } from "./show-details.ts";

/** Undo, beside a change that is no older than ten minutes. */
export function undoChange(usecases: UseCases) {
  return (value: string, where: Where): Work => ({
    isWrite: true,
    async answer(actor): Promise<Answer> {
      const asked = readRevision(value);
      if (asked === undefined) return { kind: "notice", notice: gone };
      const answer = await usecases.undoChange(actor, asked);
      switch (answer.kind) {
        case "refused":
          return answer;
        case "gone":
          return { kind: "notice", notice: gone };
        case "cannot":
          return { kind: "notice", notice: noHistory };
        case "too-late":
          return { kind: "notice", notice: tooLate };
        case "changed-since":
          return { kind: "notice", notice: changedSince(answer) };
        case "name-taken":
          return { kind: "notice", notice: nameTaken(answer.profile.name) };
        case "undone": {
          if ("archived" in answer) {
            const { archived } = answer;
            const shown = showArchived(archived);
            const beneath = isOverDetails(where)
              ? drawArchivedProfile({ archived, mayChange: true })
              : undefined;
            return { ...shown, inPlace: true, beneath };
          }
          const { profile } = answer;
          return showChanged(usecases, { actor, where, profile, text: "Taken back by you." });
        }
      }
    },
  });
}

/** Restore this one, in the history. */
export function restoreRevision(usecases: UseCases) {
  return (value: string, where: Where): Work => ({
    isWrite: true,
    async answer(actor): Promise<Answer> {
      const asked = readRevision(value);
      if (asked === undefined) return { kind: "notice", notice: gone };
      const answer = await usecases.restoreRevision(actor, asked);
      switch (answer.kind) {
        case "cannot":
          return { kind: "notice", notice: noHistory };
        case "refused":
        case "gone":
        case "writes-spent":
          return sayNoChange(answer);
        case "conflict": {
          const { changedBy: by, changedAt: at } = answer.current;
          return { kind: "notice", notice: changedSince({ by, at }) };
        }
        case "name-taken":
          return { kind: "notice", notice: nameTaken(answer.profile.name) };
        case "unchanged":
        case "edited": {
          const { profile } = answer;
          const text =
            answer.kind === "edited"
              ? `Revision ${asked.revision} is restored.`
              : `It is as revision ${asked.revision} was.`;
          return showChanged(usecases, { actor, where, profile, text });
        }
      }
    },
  });
}

/** The modal in which the button was pressed, if it was in one. */
type Where = Pick<ActedView, "callback_id" | "private_metadata"> | undefined;

/** Whether it was pressed in a history that was opened from Details, which lie beneath it and tell of before. */
function isOverDetails(where: Where): boolean {
  return where?.callback_id === profileHistory.id && where.private_metadata === profileDetails.id;
}

/** In the history the history, so that modals do not pile up; elsewhere the profile as it is now. */
async function showChanged(usecases: UseCases, { actor, where, profile, text }: Changed): Promise<Answer> {
  const rest = {
    inPlace: true,
    told: drawSentence("Changed", `“${profile.name}”: ${text}`),
  };
  if (where?.callback_id === profileHistory.id) {
    const history = await usecases.readProfileHistory(actor, { id: profile.id, page: 1 });
    if (history.kind === "read") {
      const { private_metadata: over } = where;
      const beneath = isOverDetails(where) ? drawProfileDetails({ profile, mayChange: true }) : undefined;
      return { kind: "view", view: drawProfileHistory(history, { said: text, over }), beneath, ...rest };
    }
  }
  const view = drawProfileDetails({ profile, mayChange: true, said: { text, canUndo: true } });
  return { kind: "view", view, ...rest };
}

interface Changed {
  readonly actor: Person;
  readonly where: Where;
  readonly profile: Profile;
  readonly text: string;
}

const tooLate = drawSentence(
  "Too late to undo",
  "This change is more than ten minutes old. History, in the profile’s details, still restores what was there before.",
);

const sinceWords = "Not taken back: it was changed again after that.";

/** Who was faster, and when. */
function changedSince({ by, at }: { by: Author; at: string }): Notice {
  const facts = `${byWhom(by)}, ${dateOf(at, "{date_short_pretty} at {time}")}`;
  return {
    title: "Changed since",
    text: sinceWords,
    blocks: [
      section("sentence", plain(`${sinceWords} History shows what, and restores any of it.`)),
      context("since-facts", markup(facts)),
    ],
  };
}

/** Of a profile that would come back under a name that is another's now. */
export function nameTaken(name: string): Notice {
  return drawSentence(
    "Name taken",
    `“${cutTo(name, 100)}” is a live profile’s name now. Nothing was changed: rename that one first.`,
  );
}
