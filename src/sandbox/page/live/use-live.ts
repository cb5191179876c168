import { useEffect, useState } from "preact/hooks";
import type { Live, LiveState } from "./live.ts";

export function useLive(live: Live): LiveState {
  const [state, setState] = useState(live.now);
  useEffect(() => {
    const update = () => setState(live.now());
    update();
    return live.subscribe(update);
  }, [live]);
  return state;
}
