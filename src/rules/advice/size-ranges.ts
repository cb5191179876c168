import { foldSearch } from "../text.ts";

/** Numbers of employees, both counted in; `to` is Infinity where there is no upper end. */
interface SizeRange {
  readonly from: number;
  readonly to: number;
}

/** Two sizes, and what companies of both are. */
export interface SizeOverlap {
  readonly sizes: readonly [string, string];
  readonly both: SizeRange;
}

/** Each two sizes that some company is of both. Of what is no range, nothing is said. */
export function overlapsOf(sizes: readonly string[]): SizeOverlap[] {
  const ranges = sizes.flatMap((size) => {
    const range = toSizeRange(size);
    return range === undefined ? [] : [{ size, ...range }];
  });
  return ranges.flatMap((one, index) =>
    ranges.slice(index + 1).flatMap((other): SizeOverlap[] => {
      const both = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
      return both.from <= both.to ? [{ sizes: [one.size, other.size], both }] : [];
    }),
  );
}

/** Reads "51-200", "1,001 – 5,000 employees" and "500+". Undefined for anything else. */
function toSizeRange(size: string): SizeRange | undefined {
  const [, low = "", high = "", open] = range.exec(foldSearch(size)) ?? [];
  if (low === "") return undefined;
  const from = toNumber(low);
  if (open !== undefined) return { from, to: Number.POSITIVE_INFINITY };
  const to = toNumber(high);
  return from <= to ? { from, to } : undefined;
}

const number = String.raw`(\d{1,3}(?:[,. ']\d{3})+|\d{1,9})`;
const range = new RegExp(String.raw`^${number}(?: ?- ?${number}| ?(\+))(?: (?:employees|people))?$`);

function toNumber(written: string): number {
  return Number(written.replace(/\D/g, ""));
}
