import { useEffect } from "preact/hooks";
import { stopsIn } from "../kit/tab-round.ts";

/** In the order of the screen. What lies under a modal or a panel is inert, and passed over. */
const regions = ".top-bar, .sidebar, .middle, .kit-modal, .side-panel";

/** F6 goes from one part of the page to the next, out of a modal too, and back to where one was in it. */
export function useRegionKey(): void {
  useEffect(() => {
    const left = new WeakMap<Element, HTMLElement>();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "F6" || document.querySelector("dialog:modal") !== null) return;
      const all = [...document.querySelectorAll<HTMLElement>(regions)].filter(
        (one) => !one.closest("[inert]"),
      );
      const now = document.activeElement;
      const at = all.findIndex((region) => region.contains(now));
      const here = all[at];
      if (here !== undefined && now instanceof HTMLElement) left.set(here, now);
      const next = at === -1 ? 0 : at + (event.shiftKey ? -1 : 1);
      const region = all.at(next % all.length);
      if (region === undefined) return;
      event.preventDefault();
      const before = left.get(region);
      (before?.isConnected === true ? before : stopsIn(region)[0])?.focus();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}
