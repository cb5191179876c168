import type { CreatedProfile } from "../../usecases/create-profile.ts";
import type { Notice } from "../notice.ts";
import { drawSentence, noticeModal } from "../notice.ts";
import { drawProfileSaved } from "../views/profile-saved.ts";
import type { ShownAnswer } from "./answer.ts";

/** The same in a modal, and directly to somebody who has closed it. */
export function showNotice(notice: Notice): ShownAnswer {
  return { kind: "view", view: noticeModal(notice), told: notice };
}

export function showSaved(created: CreatedProfile): ShownAnswer {
  return {
    kind: "view",
    view: drawProfileSaved(created),
    told: drawSentence("Profile saved", `“${created.profile.name}” is saved.`),
  };
}
