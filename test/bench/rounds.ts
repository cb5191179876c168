/** How much is measured. */
export interface Effort {
  readonly rounds: number;
  /** Measurements of each app in a round. */
  readonly perRound: number;
  /** Unmeasured ones of each app before the first round, until its code is compiled. */
  readonly warmUp: number;
  readonly starts: number;
  readonly commands: number;
}

export const full: Effort = { rounds: 15, perRound: 40, warmUp: 400, starts: 9, commands: 10_000 };
export const quick: Effort = { rounds: 3, perRound: 20, warmUp: 50, starts: 3, commands: 1000 };

export interface Measured {
  readonly bare: number;
  readonly ours: number;
  /** All of each, in ascending order. */
  readonly all: { readonly bare: readonly number[]; readonly ours: readonly number[] };
}

/** Milliseconds of one try. */
export type Try = () => Promise<number>;

/**
 * Medians of each round's median. The apps take turns, a round each, so that whatever else the machine does meets
 * both.
 */
export async function inTurn(
  { bare, ours }: { bare: Try; ours: Try },
  { rounds, perRound, warmUp }: Pick<Effort, "rounds" | "perRound" | "warmUp">,
): Promise<Measured> {
  await times(warmUp, bare);
  await times(warmUp, ours);
  const medians: { bare: number[]; ours: number[] } = { bare: [], ours: [] };
  const all: { bare: number[]; ours: number[] } = { bare: [], ours: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [app, attempt] of [
      ["bare", bare],
      ["ours", ours],
    ] as const) {
      const measured = await times(perRound, attempt);
      medians[app].push(median(measured));
      all[app].push(...measured);
    }
  }
  return {
    bare: median(medians.bare),
    ours: median(medians.ours),
    all: { bare: ascending(all.bare), ours: ascending(all.ours) },
  };
}

export function median(values: readonly number[]): number {
  return quantile(ascending(values), 0.5);
}

/** Of values in ascending order. */
export function quantile(values: readonly number[], share: number): number {
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
}

async function times(count: number, attempt: Try): Promise<number[]> {
  const measured: number[] = [];
  for (let index = 0; index < count; index += 1) measured.push(await attempt());
  return measured;
}

function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}
