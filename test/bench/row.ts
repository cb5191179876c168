/** One line of the results. */
export interface Row {
  readonly what: string;
  readonly bare: string;
  readonly ours: string;
  readonly ratio: string;
  readonly target: string;
  readonly isMet: boolean;
}

/** `most` is the ratio to bare that is aimed at; without it, the row only informs. */
export function ratioRow(what: string, { bare, ours }: { bare: number; ours: number }, most: number): Row {
  const ratio = ours / bare;
  return {
    what,
    bare: ms(bare),
    ours: ms(ours),
    ratio: ratio.toFixed(2),
    target: `≤ ${most} × bare`,
    isMet: Number(ratio.toFixed(2)) <= most,
  };
}

/** `most` is what may come on top of bare, in ms. */
export function extraRow(what: string, { bare, ours }: { bare: number; ours: number }, most: number): Row {
  const extra = ours - bare;
  return {
    what,
    bare: ms(bare),
    ours: ms(ours),
    ratio: `${extra < 0 ? "−" : "+"} ${ms(Math.abs(extra))}`,
    target: `≤ bare + ${most} ms`,
    isMet: extra <= most,
  };
}

export function limitRow(
  what: string,
  { bare, ours }: { bare: number | undefined; ours: number },
  most: number,
): Row {
  return {
    what,
    bare: bare === undefined ? "" : ms(bare),
    ours: ms(ours),
    ratio: "",
    target: `≤ ${most} ms`,
    isMet: ours <= most,
  };
}

function ms(value: number): string {
  return `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ms`;
}
