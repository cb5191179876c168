import type { Complaint } from "./complaint.ts";
import { complain } from "./complaint.ts";
import { isObject } from "./json.ts";
import type { PlacedBlock } from "./walk.ts";

interface Total {
  of: string;
  most: number;
  field: string;
  measure: (value: unknown) => number;
}

/** What all blocks of one type may come to together, on one surface. */
const totals = new Map<unknown, Total>([
  ["table", { of: "tables", most: 1, field: "type", measure: () => 1 }],
  ["data_visualization", { of: "charts", most: 2, field: "type", measure: () => 1 }],
  ["markdown", { of: "characters of markdown", most: 12_000, field: "text", measure: countText }],
  ["data_table", { of: "characters in data tables", most: 20_000, field: "rows", measure: countText }],
]);

/** Complains at the block that goes beyond, once for each total. */
export function refuseTotals(blocks: readonly PlacedBlock[]): Complaint[] {
  const sums = new Map<Total, number>();
  return blocks.flatMap(({ path, fields }) => {
    const total = totals.get(fields.type);
    if (total === undefined) return [];
    const before = sums.get(total) ?? 0;
    const sum = before + total.measure(fields[total.field]);
    sums.set(total, sum);
    if (sum <= total.most || before > total.most) return [];
    return [complain([...path, total.field], `makes ${sum} ${total.of} in all; at most ${total.most} fit`)];
  });
}

/** The length of all that is said in a text, or in rows of cells with rich text in them, however deep. */
function countText(value: unknown): number {
  let count = 0;
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === "string") count += next.length;
    else if (Array.isArray(next)) for (const item of next) left.push(item);
    else if (isObject(next)) left.push(next.text, next.elements);
  }
  return count;
}
