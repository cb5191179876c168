import { useId } from "preact/hooks";
import { useDialog } from "./dialog.ts";
import type { Asked } from "./surface.ts";
import { plainOf, Text } from "./text.tsx";

/** "Are you sure?", in the app's words. */
export function ConfirmDialog({ asked }: { asked: Asked }) {
  const id = useId();
  const dialog = useDialog("everything");
  const { title, text, confirm, deny, style } = asked.confirm;
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      class="kit-confirm"
      aria-modal="true"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        asked.answer(false);
      }}
    >
      <h2 id={`${id}-title`}>{plainOf(title) || "Are you sure?"}</h2>
      <div id={`${id}-text`}>
        <Text text={text} />
      </div>
      <div class="kit-modal-foot">
        <button type="button" class="kit-button is-plain" onClick={() => asked.answer(false)}>
          {plainOf(deny) || "Cancel"}
        </button>
        <button
          type="button"
          class={`kit-button is-${style ?? "primary"}`}
          onClick={() => asked.answer(true)}
        >
          {plainOf(confirm) || "Yes"}
        </button>
      </div>
    </dialog>
  );
}
