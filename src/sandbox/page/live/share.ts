/** `next`, with every part of it that is as it was in `before` being the very same object, so that nobody draws it again. */
export function share<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next;
  if (Array.isArray(before) && Array.isArray(next)) {
    const shared = next.map((item, at) => share(before[at], item));
    return (isSame(before, shared) ? before : shared) as T;
  }
  if (isRecord(before) && isRecord(next)) {
    const entries = Object.entries(next).map(([key, value]) => [
      key,
      share(Object.hasOwn(before, key) ? before[key] : undefined, value),
    ]);
    return shareEntries(before, Object.fromEntries(entries)) as T;
  }
  return next;
}

/** The same for things that have names: one that moved up or down is still itself. */
export function shareList<T>(
  before: readonly T[],
  next: readonly T[],
  nameOf: (item: T) => unknown,
): readonly T[] {
  if (before === next) return next;
  const byName = new Map(before.map((item) => [nameOf(item), item]));
  const shared = next.map((item) => share(byName.get(nameOf(item)), item));
  return isSame(before, shared) ? before : shared;
}

/** `before` where each of its entries is the very one of `next`. */
export function shareEntries<T extends object>(before: T, next: T): T {
  return isSame(Object.entries(before).flat(), Object.entries(next).flat()) ? before : next;
}

function isSame(before: readonly unknown[], next: readonly unknown[]): boolean {
  return before.length === next.length && next.every((item, at) => Object.is(item, before[at]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
