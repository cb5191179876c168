import type { UseCases } from "../../usecases/use-cases.ts";
import { fillForm } from "../actions/fill-form.ts";
import { openForm, openTemplate } from "../actions/open-form.ts";
import { resumeNewest } from "../actions/resume-draft.ts";
import type { FormLines } from "../form-lines.ts";
import type { Feature } from "../listening/feature.ts";
import type { ActedView } from "../listening/payloads.ts";
import { saveProfile } from "../submissions/save-profile.ts";
import { accessRequest, newest } from "../views/access-request.ts";
import { draftOffer } from "../views/draft-offer.ts";
import { profileForm } from "../views/profile-form-ids.ts";
import { templateMenu } from "../views/template-menu.ts";
import { mayBeSaved, unknownOutcome } from "../views/unknown-outcome.ts";

/** The form for a new profile, and the ways back into it. */
export function newProfileRoutes(usecases: UseCases, forms: FormLines): Feature {
  const form = openForm(usecases);
  const offered = (draft: "filled-in" | "left") => (_: string, view: ActedView | undefined) =>
    view?.callback_id === draftOffer.id ? form({ name: view.private_metadata, draft }) : undefined;
  return {
    actions: {
      [draftOffer.resume]: offered("filled-in"),
      [draftOffer.fresh]: offered("left"),
      [accessRequest.resume]: (value) =>
        value === newest ? resumeNewest(usecases) : form({ draft: "filled-in" }),
      [templateMenu.start]: openTemplate(usecases),
      [templateMenu.fill]: fillForm(usecases, forms),
      [unknownOutcome.save]: () => form({ draft: "filled-in", remark: mayBeSaved }),
    },
    forms: {
      [profileForm.id]: {
        undone: "Not saved.",
        firstInput: profileForm.firstInput,
        answer: saveProfile(usecases, forms),
      },
    },
  };
}
