import { ProfileId } from "../../rules/profile.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { drawSentence } from "../notice.ts";
import { drawArchivedList } from "../views/archived-list.ts";
import { drawDeleteForm } from "../views/delete-form.ts";

/** Archived (3), below the list, and its Previous and Next, which turn the page `inPlace`. */
export function listArchived(usecases: UseCases, { inPlace }: { inPlace: boolean }) {
  return (value: string): Work => ({
    ...(inPlace ? {} : { opens: "Archived profiles" }),
    async answer(actor): Promise<Answer> {
      const page = /^\d{1,9}$/.test(value) ? Number(value) : 1;
      const answer = await usecases.listArchived(actor, page);
      switch (answer.kind) {
        case "refused":
          return answer;
        case "cannot":
          return { kind: "notice", notice: noArchive };
        case "listed":
          return { kind: "view", view: drawArchivedList(answer), inPlace };
      }
    },
  });
}

/** Delete for good…, beside a profile that is in the archive. */
export function openDeleteForm(usecases: UseCases) {
  return (value: string): Work => ({
    async answer(actor): Promise<Answer> {
      const id = ProfileId.safeParse(value);
      if (!id.success) return { kind: "notice", notice: noLongerArchived };
      const answer = await usecases.beginDelete(actor, id.data);
      switch (answer.kind) {
        case "refused":
          return answer;
        case "cannot":
          return { kind: "notice", notice: noArchive };
        case "gone":
          return { kind: "notice", notice: noLongerArchived };
        case "begun":
          return { kind: "view", view: drawDeleteForm(answer.archived), inPlace: true };
      }
    },
  });
}

export const noLongerArchived = drawSentence(
  "Not in the archive",
  "This profile is not in the archive any more: it was restored, or deleted for good.",
);

export const noArchive = drawSentence(
  "No archive",
  "Profiles are kept in Kashew now, whose API can’t archive one. What this workspace archived itself is shown again after Disconnect.",
);
