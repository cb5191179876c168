import type { TeamId } from "../../rules/people.ts";
import type { ArchivedProfile } from "../../stores/profile-store.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { ShownAnswer, Workplace } from "../listening/answer.ts";
import { drawSentence } from "../notice.ts";
import { drawArchivedProfile } from "../views/archived-profile.ts";
import { keepCards } from "./keep-cards.ts";

/** What somebody sees who has put a profile into the archive, with the way back; its cards say so too. */
export function showArchived(
  usecases: UseCases,
  {
    archived,
    teamId,
    place,
  }: { archived: ArchivedProfile; teamId: TeamId; place: Pick<Workplace, "nameOf" | "rewrite"> },
): ShownAnswer {
  const { name } = archived.draft;
  return {
    kind: "view",
    view: drawArchivedProfile({ archived, mayChange: true, canUndo: true }),
    told: drawSentence("Archived", `“${name}” is out of the list, and kept in the archive.`),
    afterwards: () => keepCards(usecases, { teamId, profile: archived, place }),
  };
}
