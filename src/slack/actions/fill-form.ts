import { fillFromTemplate } from "../../rules/fill-from-template.ts";
import { findTemplate } from "../../rules/templates.ts";
import { cleanLine } from "../../rules/text.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { FormLines } from "../form-lines.ts";
import type { Answer, Work } from "../listening/answer.ts";
import type { ActedView } from "../listening/payloads.ts";
import { inputIds, inputsIn } from "../views/form-fields.ts";
import { readFormMetadata } from "../views/form-metadata.ts";
import { drawProfileForm } from "../views/profile-form.ts";
import { profileForm } from "../views/profile-form-ids.ts";
import type { FieldErrors, FormState } from "../views/read-profile-form.ts";
import { readFormValues } from "../views/read-profile-form.ts";
import { filledWords } from "../views/template-menu.ts";

/**
 * Start from a template, in the form for a new profile. Fields that it fills get other ids; the others keep theirs, and
 * with them what stands in them, even where that cannot be read.
 */
export function fillForm(usecases: Pick<UseCases, "followForm">, forms: FormLines) {
  return (chosen: string, form: ActedView | undefined): Work | undefined => {
    const template = findTemplate(chosen);
    const metadata = readFormMetadata(form?.private_metadata ?? "");
    if (form?.callback_id !== profileForm.id || template === undefined || metadata === undefined)
      return undefined;
    const arrival = forms.arrive();
    return {
      async answer(actor): Promise<Answer> {
        const state = form.state?.values ?? {};
        const { values: before, errors } = readFormValues(state);
        const { values, changed, kept } = fillFromTemplate({
          values: before,
          unreadable: unreadableIn(state, errors),
          before: findTemplate(metadata.template),
          template,
        });
        const { nonce, keeper = "workspace", insteadOf } = metadata;
        const keep = () => usecases.followForm(actor, { about: "", values, mayWait: false });
        const followed = await forms.keep({ by: actor, nonce }, arrival, keep);
        if (followed === undefined) return { kind: "nothing" };
        if (followed.kind === "refused") return followed;
        const fills = (metadata.fills ?? 0) + 1;
        const ids = new Map([
          ...inputIds(state),
          ...changed.map((field) => [field, `${field}:${fills}`] as const),
        ]);
        const { overlap } = followed;
        const remark = filledWords(template, kept);
        const view = drawProfileForm({
          values,
          nonce,
          keeper,
          overlap,
          remark,
          ...(insteadOf && { insteadOf }),
          filled: { template, fills, ids },
        });
        return { kind: "form", view, isAlike: false, isShown: false };
      },
    };
  };
}

/** The fields in which something is wrong; that there is no name yet is nothing that could be lost. */
function unreadableIn(state: FormState, errors: FieldErrors): ReadonlySet<string> {
  const { value } = inputsIn(state, profileForm.action)("name");
  const fields = Object.keys(errors);
  return new Set(cleanLine(value ?? "") === "" ? fields.filter((field) => field !== "name") : fields);
}
