import type { ModalView, PlainTextOption } from "@slack/types";
import type { Actor } from "../rules/people.ts";
import type { Refused } from "../usecases/permit.ts";
import type { Message, Notice } from "./notice.ts";
import type { FieldErrors } from "./views/read-profile-form.ts";

/** What a listener answers; where it is shown depends on where the person is, and `listen.ts` knows that. */
export type Answer =
  | { readonly kind: "message"; readonly message: Message }
  /** `inPlace` replaces the modal in which a button was pressed; otherwise a view is put on top of it. */
  | { readonly kind: "view"; readonly view: ModalView; readonly inPlace?: boolean }
  | { readonly kind: "notice"; readonly notice: Notice }
  | Refused;

export type SubmissionAnswer =
  | { readonly kind: "view"; readonly view: ModalView }
  | { readonly kind: "errors"; readonly errors: FieldErrors }
  | Refused;

export type OptionsAnswer = { readonly kind: "options"; readonly options: PlainTextOption[] } | Refused;

/** What one command or button comes down to, once it is read. */
export interface Work {
  /** The title of the modal that it opens, for the moment in which it is not known yet who asks. */
  readonly opens?: string;
  /** The command that asks the same again. */
  readonly again?: string;
  answer(actor: Actor): Promise<Answer>;
}
