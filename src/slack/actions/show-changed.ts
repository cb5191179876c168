import type { Person } from "../../rules/people.ts";
import type { Profile } from "../../rules/profile.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer } from "../listening/answer.ts";
import type { ActedView } from "../listening/payloads.ts";
import { drawSentence } from "../notice.ts";
import { profileDetails } from "../views/details-buttons.ts";
import { drawProfileDetails } from "../views/profile-details.ts";
import { drawProfileHistory, profileHistory } from "../views/profile-history.ts";

/** The modal in which the button was pressed, if it was in one. */
export type Where = Pick<ActedView, "callback_id" | "private_metadata"> | undefined;

/** Whether it was pressed in a history that was opened from Details, which lie beneath it and tell of before. */
export function isOverDetails(where: Where): boolean {
  return where?.callback_id === profileHistory.id && where.private_metadata === profileDetails.id;
}

/** In the history the history, so that modals do not pile up; elsewhere the profile as it is now. */
export async function showChanged(
  usecases: UseCases,
  { actor, where, profile, text }: Changed,
): Promise<Answer> {
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
