import type { UseCases } from "../../usecases/use-cases.ts";
import { restoreArchived } from "../actions/archive-profile.ts";
import { listArchived, openDeleteForm } from "../actions/archived-list.ts";
import { askFirst } from "../actions/ask-first.ts";
import { openCopyOf, openEditForm } from "../actions/edit-profile.ts";
import { openHistoryOf, turnHistoryOf } from "../actions/profile-history.ts";
import { refreshCard } from "../actions/refresh-card.ts";
import { restoreRevision } from "../actions/restore-revision.ts";
import { setState } from "../actions/set-state.ts";
import { openShareForm } from "../actions/share-profile.ts";
import { showDetails } from "../actions/show-details.ts";
import { undoChange } from "../actions/undo-change.ts";
import type { FormLines } from "../form-lines.ts";
import type { Feature } from "../listening/feature.ts";
import { archiveProfile } from "../submissions/archive-profile.ts";
import { deleteProfile } from "../submissions/delete-profile.ts";
import { resolveConflict, saveEditedProfile } from "../submissions/edit-profile.ts";
import { setOwner } from "../submissions/set-owner.ts";
import { shareProfile } from "../submissions/share-profile.ts";
import { archiveForm, drawArchiveForm } from "../views/archive-form.ts";
import { archivedList } from "../views/archived-list.ts";
import { archivedProfile } from "../views/archived-profile.ts";
import { deleteForm } from "../views/delete-form.ts";
import { profileDetails } from "../views/details-buttons.ts";
import { editConflict } from "../views/edit-conflict.ts";
import { editOffer } from "../views/edit-offer.ts";
import { profileList } from "../views/list-controls.ts";
import { drawOwnerForm, ownerForm } from "../views/owner-form.ts";
import { profileCard } from "../views/profile-card.ts";
import { profileChange } from "../views/profile-change.ts";
import { profileForm } from "../views/profile-form-ids.ts";
import { profileHistory } from "../views/profile-history.ts";
import { shareForm } from "../views/share-form.ts";

/** What is done with a profile that is there. */
export function profileRoutes(
  usecases: UseCases,
  { now, forms }: { now: () => number; forms: FormLines },
): Feature {
  return {
    actions: {
      [profileList.details]: showDetails(usecases),
      [profileDetails.edit]: openEditForm(usecases, "offered"),
      [editOffer.resume]: openEditForm(usecases, "filled-in"),
      [editOffer.fresh]: openEditForm(usecases, "left"),
      [profileDetails.copy]: openCopyOf(usecases),
      [profileDetails.pause]: setState(usecases, false),
      [profileDetails.resume]: setState(usecases, true),
      [profileHistory.open]: openHistoryOf(usecases),
      [profileHistory.page]: turnHistoryOf(usecases),
      [profileHistory.restore]: restoreRevision(usecases),
      [profileChange.undo]: undoChange(usecases),
      [archiveForm.open]: askFirst(usecases, drawArchiveForm),
      [ownerForm.open]: askFirst(usecases, drawOwnerForm),
      [archivedProfile.restore]: restoreArchived(usecases),
      [archivedList.open]: listArchived(usecases, { inPlace: false }),
      [archivedList.page]: listArchived(usecases, { inPlace: true }),
      [deleteForm.open]: openDeleteForm(usecases),
      [shareForm.open]: openShareForm(usecases),
      [profileCard.refresh]: refreshCard(usecases, now),
    },
    forms: {
      [profileForm.edit]: {
        undone: "Not saved.",
        firstInput: profileForm.firstInput,
        answer: saveEditedProfile(usecases, forms),
      },
      [editConflict.id]: { undone: "Not saved.", answer: resolveConflict(usecases) },
      [archiveForm.id]: { undone: "Not archived.", answer: archiveProfile(usecases) },
      [ownerForm.id]: { undone: "Not saved.", firstInput: ownerForm.owner, answer: setOwner(usecases) },
      [deleteForm.id]: {
        undone: "Not deleted.",
        firstInput: deleteForm.name,
        answer: deleteProfile(usecases),
      },
      [shareForm.id]: {
        undone: "Not shared.",
        firstInput: shareForm.channel,
        answer: shareProfile(usecases, now),
      },
    },
  };
}
