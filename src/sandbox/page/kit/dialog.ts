import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Opens a `<dialog>` over all else while it is drawn; afterwards the focus goes back to where it was. */
export function useDialog(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const box = dialog.current;
    const before = document.activeElement;
    box?.showModal();
    // The browser takes the first button, which closes it.
    box?.focus();
    return () => {
      box?.close();
      // Once all that goes with it is gone too: a whole stack may close at once.
      queueMicrotask(() => before instanceof HTMLElement && before.focus());
    };
  }, []);
  return dialog;
}
