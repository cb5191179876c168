/**
 * The size of an LRU cache. Its own `max` would set the room for all entries aside at once, which takes megabytes and a
 * good part of the start.
 */
export function atMost(entries: number): { maxSize: number; sizeCalculation: () => number } {
  return { maxSize: entries, sizeCalculation: () => 1 };
}
