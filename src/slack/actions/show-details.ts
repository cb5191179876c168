import { ProfileId } from "../../rules/profile.ts";
import type { Keeper } from "../../stores/profile-store.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import { printCommand } from "../commands/parse-command.ts";
import type { Work } from "../listening/answer.ts";
import type { Notice } from "../notice.ts";
import { drawSentence } from "../notice.ts";
import { drawArchivedProfile } from "../views/archived-profile.ts";
import { changesSaved } from "../views/changes-saved.ts";
import { connected } from "../views/connection-ids.ts";
import { drawProfileDetails } from "../views/profile-details.ts";

export const gone = drawSentence(
  "No such profile",
  "This profile isn’t there any more. List the profiles again to see what is.",
);

const notInKashew = drawSentence(
  "Not in Kashew",
  "This profile isn’t in Kashew, where this workspace keeps its profiles now. What it kept itself is shown again after Disconnect.",
);

/** Of one that whoever keeps the profiles does not have. */
export function goneFrom({ keeper }: { readonly keeper: Keeper }): Notice {
  return keeper === "kashew" ? notInKashew : gone;
}

const endings = new Set<string | undefined>([changesSaved.id, connected.id]);

/**
 * Details, beside a profile's name. Where changes were saved, or Kashew was connected, they take that place, so that
 * whoever goes on piles no modals up: Slack's stack has room for three.
 */
export function showDetails(usecases: UseCases) {
  return (value: string, where?: { readonly callback_id: string }): Work => {
    const inPlace = endings.has(where?.callback_id);
    return {
      ...(inPlace ? {} : { opens: "ICP profile" }),
      again: printCommand({ verb: "show", rest: value }),
      async answer(actor) {
        const id = ProfileId.safeParse(value);
        if (!id.success) return { kind: "notice", notice: gone };
        const answer = await usecases.showProfile(actor, { id: id.data });
        switch (answer.kind) {
          case "refused":
            return answer;
          case "gone":
            return { kind: "notice", notice: goneFrom(answer) };
          case "archived":
            return { kind: "view", view: drawArchivedProfile(answer), inPlace };
          case "found":
            return { kind: "view", view: drawProfileDetails(answer), inPlace };
        }
      },
    };
  };
}
