import type { RefObject } from "preact";
import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";

const nearPx = 32;

/**
 * Keeps a scrolling box at its end while one is there, whatever grows in it; leaves it alone once one has scrolled
 * away.
 */
export function useStickToEnd<Box extends HTMLElement>(): {
  box: RefObject<Box | null>;
  content: RefObject<HTMLDivElement | null>;
  isAtEnd: boolean;
  toEnd: () => void;
  /** Does not follow what grows next: somebody unfolds something to read it. */
  stay: () => void;
} {
  const box = useRef<Box>(null);
  const content = useRef<HTMLDivElement>(null);
  const isStuck = useRef(true);
  /** Stays where they are, although that may be the end, until they scroll. */
  const isReading = useRef(false);
  const [isAtEnd, setIsAtEnd] = useState(true);

  const toEnd = useCallback(() => {
    isStuck.current = true;
    isReading.current = false;
    setIsAtEnd(true);
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, []);

  const stay = useCallback(() => {
    isStuck.current = false;
    isReading.current = true;
  }, []);

  useLayoutEffect(() => {
    const [outer, inner] = [box.current, content.current];
    if (outer === null || inner === null) return;
    const isNear = () => outer.scrollHeight - outer.scrollTop - outer.clientHeight < nearPx;
    const follow = () => {
      if (isStuck.current) outer.scrollTop = outer.scrollHeight;
      if (!isReading.current) isStuck.current ||= isNear();
      setIsAtEnd(isStuck.current || isNear());
    };
    let height = outer.scrollHeight;
    const look = () => {
      // Where the content grew meanwhile, it is not the person who is away from the end.
      const grew = outer.scrollHeight > height;
      height = outer.scrollHeight;
      if (grew && !isNear()) return;
      isReading.current = false;
      isStuck.current = isNear();
      setIsAtEnd(isStuck.current);
    };
    const sizes = new ResizeObserver(follow);
    sizes.observe(outer);
    sizes.observe(inner);
    outer.addEventListener("scroll", look, { passive: true });
    follow();
    return () => {
      sizes.disconnect();
      outer.removeEventListener("scroll", look);
    };
  }, []);

  return { box, content, isAtEnd, toEnd, stay };
}
