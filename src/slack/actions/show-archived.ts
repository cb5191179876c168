import type { ArchivedProfile } from "../../stores/profile-archive.ts";
import type { ShownAnswer } from "../listening/answer.ts";
import { drawSentence } from "../notice.ts";
import { drawArchivedProfile } from "../views/archived-profile.ts";

/** What somebody sees who has put a profile into the archive, with the way back. */
export function showArchived(archived: ArchivedProfile): ShownAnswer {
  const { name } = archived.draft;
  return {
    kind: "view",
    view: drawArchivedProfile({ archived, mayChange: true, canUndo: true }),
    told: drawSentence("Archived", `“${name}” is out of the list, and kept in the archive.`),
  };
}
