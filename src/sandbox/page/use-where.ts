import { useCallback, useEffect, useState } from "preact/hooks";
import type { Live } from "./live/live.ts";
import type { Where } from "./where.ts";
import { readWhere, toHash } from "./where.ts";

/** The person when the address names none. */
export const firstPerson = "ana";

/** Who looks, and where, as the address says; whoever is named there is followed. */
export function useWhere(live: Live): [Where, (where: Where) => void] {
  const [where, setWhere] = useState(() => readWhere(location.hash));
  useEffect(() => {
    const update = () => {
      const next = readWhere(location.hash);
      live.follow(next.person ?? firstPerson);
      setWhere(next);
    };
    addEventListener("hashchange", update);
    return () => removeEventListener("hashchange", update);
  }, [live]);
  const go = useCallback((next: Where) => {
    location.hash = toHash(next);
  }, []);
  return [where, go];
}
