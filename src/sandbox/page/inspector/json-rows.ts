/** One line of a JSON document as it stands unfolded. */
export interface JsonRow {
  /** RFC 6901; the whole document's is empty. */
  pointer: string;
  /** 1 for the whole. */
  depth: number;
  /** A key or an index; the whole has none. */
  name: string | undefined;
  kind: "object" | "array" | "string" | "number" | "boolean" | "null";
  /** A leaf's JSON; for the rest how much is in it. */
  text: string;
  canUnfold: boolean;
  isUnfolded: boolean;
}

/** The lines that are to be seen while `unfolded` stand open. */
export function jsonRows(json: unknown, unfolded: ReadonlySet<string>): JsonRow[] {
  return rowsUnder({ json, pointer: "", name: undefined, depth: 1 }, unfolded);
}

/** The pointers of all that a place lies in, the outermost first. */
export function pointersAbove(pointer: string): string[] {
  const steps = pointer.split("/").slice(1);
  return steps.map((_, at) => (at === 0 ? "" : `/${steps.slice(0, at).join("/")}`));
}

/** The place itself or, where a complaint misses something, the innermost that is there; undefined where none of it is. */
export function nearestPointer(json: unknown, pointer: string): string | undefined {
  let [here, found]: [unknown, string] = [json, ""];
  for (const step of pointer.split("/").slice(1)) {
    const next = entriesOf(here).find(([name]) => escapeStep(name) === step);
    if (next === undefined) return found === "" ? undefined : found;
    here = next[1];
    found += `/${step}`;
  }
  return found;
}

/** What stands open at first: the whole, and what is small enough in it. */
export function firstUnfolded(json: unknown, most = 8): Set<string> {
  const small = entriesOf(json).filter(([, value]) => {
    const { length } = entriesOf(value);
    return length > 0 && length <= most;
  });
  return new Set(["", ...small.map(([name]) => `/${escapeStep(name)}`)]);
}

function rowsUnder(
  { json, pointer, name, depth }: { json: unknown; pointer: string; name: string | undefined; depth: number },
  unfolded: ReadonlySet<string>,
): JsonRow[] {
  const inside = entriesOf(json);
  const canUnfold = inside.length > 0;
  const isUnfolded = canUnfold && unfolded.has(pointer);
  const row = {
    pointer,
    depth,
    name,
    kind: kindOf(json),
    text: textOf(json, inside.length),
    canUnfold,
    isUnfolded,
  };
  if (!isUnfolded) return [row];
  return [
    row,
    ...inside.flatMap(([key, value]) =>
      rowsUnder(
        { json: value, pointer: `${pointer}/${escapeStep(key)}`, name: key, depth: depth + 1 },
        unfolded,
      ),
    ),
  ];
}

function entriesOf(json: unknown): [string, unknown][] {
  return typeof json === "object" && json !== null ? Object.entries(json) : [];
}

function kindOf(json: unknown): JsonRow["kind"] {
  if (Array.isArray(json)) return "array";
  switch (typeof json) {
    case "string":
    case "number":
    case "boolean":
      return typeof json as "string" | "number" | "boolean";
    default:
      return json === null || json === undefined ? "null" : "object";
  }
}

function textOf(json: unknown, size: number): string {
  if (Array.isArray(json)) return size === 0 ? "[]" : `[ ${size} ]`;
  if (typeof json === "object" && json !== null) return size === 0 ? "{}" : `{ ${size} }`;
  return JSON.stringify(json) ?? "nothing";
}

function escapeStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
