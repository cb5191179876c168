import { toFault } from "../../errors.ts";
import { fillFromTemplate } from "../../rules/fill-from-template.ts";
import { findTemplate } from "../../rules/templates.ts";
import { cleanLine } from "../../rules/text.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { FormLines } from "../form-lines.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { onceMoreIfBusy } from "../listening/once-more.ts";
import type { ActedView } from "../listening/payloads.ts";
import type { Redrawn } from "../listening/stage.ts";
import { inputIds, inputsIn } from "../views/form-fields.ts";
import { readFilledFrom, readFormMetadata } from "../views/form-metadata.ts";
import { drawProfileForm } from "../views/profile-form.ts";
import { profileForm } from "../views/profile-form-ids.ts";
import type { FieldErrors, FormState } from "../views/read-profile-form.ts";
import { readFormValues } from "../views/read-profile-form.ts";
import { chosenAgain, filledWords, notFilled, notKnownFilled } from "../views/template-menu.ts";

/**
 * Start from a template, in the form for a new profile. Fields that it fills get other ids; the others keep theirs, and
 * with them what stands in them, even where that cannot be read. The draft is filled once the form is.
 */
export function fillForm(usecases: FillUseCases, forms: FormLines) {
  return (chosen: string, form: ActedView | undefined): Work | undefined => {
    const template = findTemplate(chosen);
    const metadata = readFormMetadata(form?.private_metadata ?? "");
    if (form?.callback_id !== profileForm.id || template === undefined || metadata === undefined)
      return undefined;
    const arrival = forms.arrive();
    return {
      async answer(actor): Promise<Answer> {
        const line = { by: actor, ...metadata };
        const state = form.state?.values ?? {};
        const { values: before, errors } = readFormValues(state);
        const { values, filled, from, changed, joined, kept } = fillFromTemplate({
          values: before,
          unreadable: unreadableIn(state, errors),
          before: readFilledFrom(metadata),
          template,
        });
        const follow = () =>
          forms.keep(line, arrival, (since) =>
            usecases.keepForm(actor, { about: "", values: { ...before, ...since } }),
          );
        const followed = await follow();
        if (followed?.kind === "refused") return followed;
        const { nonce, keeper = "workspace", insteadOf } = metadata;
        const fills = (metadata.fills ?? 0) + 1;
        const ids = new Map([
          ...inputIds(state),
          ...changed.map((field) => [field, `${field}:${fills}`] as const),
        ]);
        const view = drawProfileForm({
          values,
          nonce,
          keeper,
          overlap: await usecases.findOverlap(actor, { about: "", values }),
          remark: filledWords(template, { kept, joined }),
          ...(insteadOf && { insteadOf }),
          filled: { from, fills, ids },
        });
        return {
          kind: "fill",
          again: chosenAgain(template),
          async fill(redraw) {
            const isOvertaken = async () => (await follow()) === undefined;
            const redrawOnce = () => onceMoreIfBusy(() => redraw(view), isOvertaken);
            const redrawn =
              followed === undefined ? "changed" : await askAgainIfLate(redrawOnce, isOvertaken);
            if (redrawn === "unknown") return { isShown: false, notice: notKnownFilled(template) };
            if (redrawn === "shown" && !forms.isSaved(line)) {
              const keep = () => usecases.fillDraft(actor, filled);
              return { isShown: true, afterwards: () => forms.fill({ ...line, fills }, filled, keep) };
            }
            const isGone = redrawn === "closed" || forms.isSaved(line);
            return { isShown: false, ...(!isGone && { notice: notFilled(template) }) };
          },
        };
      },
    };
  };
}

/**
 * Where Slack has not answered in time, asking once more tells: it takes the same form no second time, and nothing but
 * what was asked for has changed it.
 */
async function askAgainIfLate(
  redraw: () => Promise<Redrawn>,
  isOvertaken: () => Promise<boolean>,
): Promise<Redrawn | "unknown"> {
  try {
    return await redraw();
  } catch (thrown) {
    if (toFault(thrown).code !== "slack-late") throw thrown;
    const again = await redraw().catch(() => "unknown" as const);
    if (again !== "changed") return again;
    return (await isOvertaken()) ? "unknown" : "shown";
  }
}

type FillUseCases = Pick<UseCases, "fillDraft" | "findOverlap" | "keepForm">;

/** The fields in which something is wrong; that there is no name yet is nothing that could be lost. */
function unreadableIn(state: FormState, errors: FieldErrors): ReadonlySet<string> {
  const { value } = inputsIn(state, profileForm.action)("name");
  const fields = Object.keys(errors);
  return new Set(cleanLine(value ?? "") === "" ? fields.filter((field) => field !== "name") : fields);
}
