/** One thing that was found out. */
export interface Figure {
  readonly what: string;
  readonly found: string;
  /** Whether what is promised held. */
  readonly holds: boolean;
}

export function counted(what: string, count: number, holds = true): Figure {
  return { what, found: count.toLocaleString("en"), holds };
}

/** Something that must not have happened at all; the first ones are told. */
export function none(what: string, found: readonly string[]): Figure {
  const told = found.slice(0, 3).map((one) => `\n    ${one.slice(0, 300)}`);
  return { what, found: `${found.length.toLocaleString("en")}${told.join("")}`, holds: found.length === 0 };
}

export function drawFigures(title: string, figures: readonly Figure[], seconds: number): string {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const lines = figures.map(
    ({ what, found, holds }) => `  ${holds ? "✓" : "✗"} ${what.padEnd(width)}  ${found}`,
  );
  return `${title}, ${Math.round(seconds)} s\n${lines.join("\n")}\n`;
}
