import { useEffect, useRef } from "preact/hooks";

export interface Later {
  /** Does it after the pause, instead of what was to come. */
  soon(work: () => void): void;
  /** Does at once what was to come. */
  now(): void;
  /** Forgets what was to come. */
  never(): void;
}

/** Work that waits for a pause in what a person does. What still waits when the element goes, goes with it. */
export function useLater(pause: number): Later {
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; work: () => void } | undefined>(undefined);
  const later: Later = {
    soon(work) {
      later.never();
      waiting.current = { work, timer: setTimeout(later.now, pause) };
    },
    now() {
      const work = waiting.current?.work;
      later.never();
      work?.();
    },
    never() {
      clearTimeout(waiting.current?.timer);
      waiting.current = undefined;
    },
  };
  useEffect(() => () => clearTimeout(waiting.current?.timer), []);
  return later;
}
