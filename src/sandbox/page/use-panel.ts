import { useCallback, useState } from "preact/hooks";
import { keptIn } from "./kept.ts";
import type { Panel } from "./panel.ts";

const kept = keptIn(sessionStorage, "panel");

/** The open panel, kept over a reload; on a small screen it starts closed, for it covers everything. */
export function usePanel(isNarrow: boolean): [Panel | undefined, (panel: Panel | undefined) => void] {
  const [panel, setPanel] = useState<Panel | undefined>(() => {
    const value = kept.read();
    return !isNarrow && (value === "inspector" || value === "weather") ? value : undefined;
  });
  const set = useCallback((next: Panel | undefined) => {
    kept.write(next ?? "");
    setPanel(next);
  }, []);
  return [panel, set];
}
