import type { KnownBlock, ModalView } from "@slack/types";
import type { Advice } from "../../rules/advice/advice.ts";
import type { ActedView } from "../listening/payloads.ts";
import { adviceBlock, drawAdvice } from "./advice.ts";
import { drawFormTemplates, formTemplates } from "./template-menu.ts";

export interface FormWithAdvice {
  readonly view: ModalView;
  /** The form says it already. */
  readonly isShown: boolean;
}

/**
 * The form in which something was chosen, as Slack tells of it, with other advice. What people typed stays, since no
 * input's id changes. A menu that shows a template shows none again, for that one was not filled in: after each filling
 * it is another menu. Undefined where the form has no place for advice: an older version of the app drew it.
 */
export function drawFormWithAdvice(form: ActedView, advice: readonly Advice[]): FormWithAdvice | undefined {
  const { blocks = [], title, submit, close, callback_id, private_metadata } = form;
  const before = blocks.find(({ block_id }) => block_id === adviceBlock);
  if (before === undefined || !title) return undefined;
  const drawn = drawAdvice(advice);
  const isTemplateShown = Object.values(form.state?.values[formTemplates] ?? {}).some(
    ({ selected_option }) => selected_option,
  );
  const redrawn = new Map<string | undefined, object>([
    [adviceBlock, drawn],
    ...(isTemplateShown ? [[formTemplates, drawFormTemplates(crypto.randomUUID())] as const] : []),
  ]);
  const view = {
    type: "modal",
    callback_id,
    private_metadata,
    title,
    ...(submit && { submit }),
    ...(close && { close }),
    blocks: blocks.map((block) => redrawn.get(block.block_id) ?? withoutFocus(block)) as KnownBlock[],
  } as const;
  return { view, isShown: !isTemplateShown && wordsIn(before) === wordsIn(drawn) };
}

/** The cursor stays where the person is. */
function withoutFocus({ element, ...block }: NonNullable<ActedView["blocks"]>[number]) {
  if (element === undefined) return block;
  const { focus_on_load: _, ...rest } = element;
  return { ...block, element: rest };
}

/** Slack adds to a block what it has by default, but not to its words. */
function wordsIn(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const own = "text" in value && typeof value.text === "string" ? value.text : "";
  return own + Object.values(value).map(wordsIn).join("");
}
