import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

const gap = 4;
const margin = 8;

interface Popup {
  isOpen: boolean;
  anchor: RefObject<HTMLElement | null>;
  popup: RefObject<HTMLElement | null>;
  /** As wide as its anchor, rather than as its words. */
  isWide: boolean;
  /** What changes its size. */
  content?: unknown;
}

/** Holds an open `popover` at its anchor, above whatever scrolls or clips; where there is no room below, on top of it. */
export function usePopup({ isOpen, anchor, popup, isWide, content }: Popup): void {
  useLayoutEffect(() => {
    const box = popup.current;
    const spot = anchor.current;
    if (!isOpen || box === null || spot === null) return;
    if (!box.matches(":popover-open")) box.showPopover();
    const place = () => placeAt(box, spot.getBoundingClientRect(), isWide);
    place();
    // Its own scrolling moves nothing; placing it would take it back to the top.
    const follow = ({ target }: Event) => target !== box && place();
    addEventListener("scroll", follow, { capture: true, passive: true });
    addEventListener("resize", place);
    return () => {
      removeEventListener("scroll", follow, { capture: true });
      removeEventListener("resize", place);
    };
  }, [isOpen, content]);
}

/** The style object, not the attribute, which the page's policy forbids. */
function placeAt(box: HTMLElement, spot: DOMRect, isWide: boolean): void {
  const { style } = box;
  const below = innerHeight - spot.bottom - gap - margin;
  const above = spot.top - gap - margin;
  style.maxHeight = "";
  style.width = isWide ? `${Math.max(spot.width, Math.min(240, innerWidth - 2 * margin))}px` : "";
  const isAbove = below < Math.min(box.scrollHeight, 240) && above > below;
  style.maxHeight = `${Math.max(96, Math.min(isAbove ? above : below, 320))}px`;
  const { width, height } = box.getBoundingClientRect();
  style.left = `${Math.max(margin, Math.min(spot.left, innerWidth - width - margin))}px`;
  style.top = `${isAbove ? spot.top - gap - height : spot.bottom + gap}px`;
}
