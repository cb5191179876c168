/** Forgets the oldest of what was kept in order, for as long as it is over or too many are kept. */
export function forgetOldest<Value>(
  kept: Map<string, Value>,
  { most, isOver }: { most: number; isOver(value: Value): boolean },
): void {
  for (const [key, value] of kept) {
    if (kept.size <= most && !isOver(value)) return;
    kept.delete(key);
  }
}
