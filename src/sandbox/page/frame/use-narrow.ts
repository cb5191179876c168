import { useEffect, useState } from "preact/hooks";

const narrow = matchMedia("(max-width: 860px)");

/** Whether sidebar and panels lie over the channel instead of beside it. */
export function useNarrow(): boolean {
  const [isNarrow, setIsNarrow] = useState(narrow.matches);
  useEffect(() => {
    const update = () => setIsNarrow(narrow.matches);
    narrow.addEventListener("change", update);
    return () => narrow.removeEventListener("change", update);
  }, []);
  return isNarrow;
}
