import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** Once something that was open is closed, the focus goes back to where it was before. */
export function useReturnFocus(box: RefObject<HTMLElement | null>, isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    const before = document.activeElement;
    const inside = box.current;
    return () => {
      const now = document.activeElement;
      const isLost = now === null || now === document.body || inside?.contains(now) === true;
      if (isLost && before instanceof HTMLElement) before.focus();
    };
  }, [box, isOpen]);
}
