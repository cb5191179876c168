/** What holds a row back where it misses its target, by the row's name. */
export const heldBack: Readonly<Record<string, string>> = {};
