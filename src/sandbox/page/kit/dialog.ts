import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** A question is over everything; a modal over the app's Slack alone, beside which the tools stay in reach. */
type Over = "everything" | "slack";

/** Opens a `<dialog>` while it is drawn; afterwards the focus goes back to where it was, unless it is somewhere else by then. */
export function useDialog(over: Over): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const box = dialog.current;
    const before = document.activeElement;
    if (over === "everything") box?.showModal();
    else box?.show();
    // The browser takes the first button, which closes it.
    box?.focus();
    return () => {
      const isHere = isInDialog(document.activeElement);
      box?.close();
      // Once all that goes with it is gone too: a whole stack may close at once.
      queueMicrotask(() => isHere && before instanceof HTMLElement && before.focus());
    };
  }, []);
  return dialog;
}

function isInDialog(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.closest("dialog") !== null;
}
