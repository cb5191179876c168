import type { InputBlock } from "@slack/types";
import { useId } from "preact/hooks";
import { Element, keyOf } from "./draw-element.tsx";
import { plainOf } from "./text.tsx";

/** A label, its element, and the hint or the error under it. */
export function InputField({ block, error }: { block: InputBlock; error?: string | undefined }) {
  const id = useId();
  const {
    label,
    hint,
    element,
    optional = false,
    dispatch_action: tells = false,
    block_id: blockId = "",
  } = block;
  const isGroup = element.type === "checkboxes" || element.type === "radio_buttons";
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  const field = {
    id,
    describedBy: described === "" ? undefined : described,
    isInvalid: error !== undefined,
  };
  const words = (
    <>
      {plainOf(label)}
      {optional && <span class="kit-optional"> (optional)</span>}
    </>
  );
  const rest = (
    <>
      <Element key={keyOf(element)} spot={{ blockId, element, tells, isOptional: optional }} field={field} />
      {error !== undefined && (
        <p class="kit-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint && (
        <p class="kit-hint" id={`${id}-hint`}>
          {plainOf(hint)}
        </p>
      )}
    </>
  );
  return isGroup ? (
    <fieldset class="kit-field" aria-describedby={field.describedBy}>
      <legend class="kit-label">{words}</legend>
      {rest}
    </fieldset>
  ) : (
    <div class="kit-field">
      <label class="kit-label" htmlFor={id}>
        {words}
      </label>
      {rest}
    </div>
  );
}
