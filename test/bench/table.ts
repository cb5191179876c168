import { arch, cpus, platform, release } from "node:os";
import { heldBack } from "./held-back.ts";
import type { Row } from "./row.ts";

/** The results as Markdown, and beneath them why what is missed is missed. */
export function drawResults(rows: readonly Row[], at: Date): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} cores (${cpu?.model.trim()}), ${platform()} ${release()} ${arch()}, Node ${process.versions.node}`;
  const missed = rows.filter(({ isMet }) => !isMet);
  const reasons = missed.map(({ what }) => `- **${what}**: ${heldBack[what] ?? "not looked into yet."}`);
  return `# What the bot takes beside a bare Bolt app

Measured on ${at.toISOString().slice(0, 10)} with \`npm run bench -- --write\`: ${machine}.

${drawTable(rows)}

Both apps ran on this machine in processes of their own and took turns; one request at a time, on loopback, over a
kept-alive connection. Times are medians of each round's median, but for p99. Bare is Bolt with its HTTPReceiver and
nothing else, answering the same bytes; for the API it is hono, and ten requests at once count together.
${reasons.length === 0 ? "" : `\n## What holds back what is missed\n\n${reasons.join("\n")}\n`}`;
}

function drawTable(rows: readonly Row[]): string {
  const head = ["", "bare", "ours", "ratio", "target", "met"];
  const body = rows.map(({ what, bare, ours, ratio, target, isMet }) => [
    what,
    bare,
    ours,
    ratio,
    target,
    isMet ? "yes" : "**no**",
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...body].map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
