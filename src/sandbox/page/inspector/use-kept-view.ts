import { useEffect, useState } from "preact/hooks";
import { keptIn } from "../kept.ts";
import type { Filter } from "./filter.ts";
import { filters } from "./filter.ts";

const keptFilter = keptIn(sessionStorage, "inspector/filter");
const keptClearing = keptIn(sessionStorage, "inspector/cleared");

/** What of the exchanges this tab wants to see, whoever looks. */
export function useKeptView(newest: number): {
  filter: Filter;
  setFilter: (filter: Filter) => void;
  /** The id up to which all was cleared away. */
  clearedTo: number;
  clear: () => void;
} {
  const [filter, setFilter] = useState<Filter>(
    () => filters.find(({ value }) => value === keptFilter.read())?.value ?? "all",
  );
  const [cleared, setCleared] = useState(() => Number(keptClearing.read()));
  // A sandbox that was started anew counts from 1 again.
  const clearedTo = cleared > newest ? 0 : cleared;
  useEffect(() => keptFilter.write(filter), [filter]);
  useEffect(() => keptClearing.write(String(clearedTo)), [clearedTo]);
  return { filter, setFilter, clearedTo, clear: () => setCleared(newest) };
}
