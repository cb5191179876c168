import { arch, cpus, platform, release } from "node:os";
import { heldBack } from "./held-back.ts";

/** What one command has measured. */
export interface Results {
  readonly title: string;
  readonly command: string;
  /** Of the table, between what was measured and its target. */
  readonly columns: readonly string[];
  readonly lines: readonly {
    readonly what: string;
    /** One for each column. */
    readonly cells: readonly string[];
    readonly target: string;
    readonly isMet: boolean;
  }[];
  /** How it was measured. */
  readonly note: string;
}

/** The results as Markdown, and beneath them why what is missed is missed. */
export function drawResults({ title, command, columns, lines, note }: Results, at: Date): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} cores (${cpu?.model.trim()}), ${platform()} ${release()} ${arch()}, Node ${process.versions.node}`;
  const missed = lines.filter(({ isMet }) => !isMet);
  const reasons = missed.map(({ what }) => `- **${what}**: ${heldBack[what] ?? "not looked into yet."}`);
  const body = lines.map(({ what, cells, target, isMet }) => [
    what,
    ...cells,
    target,
    isMet ? "yes" : "**no**",
  ]);
  return `# ${title}

Measured on ${at.toISOString().slice(0, 10)} with \`${command} -- --write\`: ${machine}.

${drawTable([["", ...columns, "target", "met"], ...body])}

${note}
${reasons.length === 0 ? "" : `\n## What holds back what is missed\n\n${reasons.join("\n")}\n`}`;
}

function drawTable([head = [], ...body]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...body].map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
