import { useMemo, useRef } from "preact/hooks";
import { keptIn } from "../kept.ts";
import type { Recall } from "./recall.ts";
import { recall, remember } from "./recall.ts";

/** The commands that a person sent in this tab, for ↑ in an empty composer. */
export function useRecall(person: string): {
  recallBy: (key: string, text: string) => string | undefined;
  remember: (text: string) => void;
} {
  const kept = useMemo(() => keptIn(sessionStorage, `commands/${person}`), [person]);
  const past = useRef<Recall | undefined>(undefined);
  const read = () => {
    if (past.current === undefined) {
      const sent = JSON.parse(kept.read() || "[]") as string[];
      past.current = { sent, at: sent.length };
    }
    return past.current;
  };
  return {
    recallBy(key, text) {
      const found = recall(read(), text, key);
      if (found !== undefined) past.current = found.recall;
      return found?.text;
    },
    remember(text) {
      past.current = remember(read(), text);
      kept.write(JSON.stringify(past.current.sent));
    },
  };
}
