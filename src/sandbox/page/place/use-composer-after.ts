import { useEffect } from "preact/hooks";

/** Once what covered the composer is gone, and the focus with it, one can type at once; on a phone that would bring its keyboard. */
export function useComposerAfter(isCovered: boolean): void {
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isCovered || !isLost || !matchMedia("(pointer: fine)").matches) return;
    document.querySelector<HTMLElement>(".composer textarea")?.focus();
  }, [isCovered]);
}
