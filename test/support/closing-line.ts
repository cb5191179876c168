import type { Reporter, TestModule } from "vitest/node";

/** Ends with the plain line that hosts read: `N passed, N failed`. What was skipped, and why, stands before it. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    const reasons = new Set<string>();
    for (const module of modules) {
      if (module.errors().length > 0) count.failed += 1;
      for (const test of module.children.allTests()) {
        const result = test.result();
        count[result.state] += 1;
        if (result.state === "skipped" && result.note !== undefined) reasons.add(result.note);
      }
    }
    const skipped = count.skipped + count.pending;
    const lines = [
      ...reasons,
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
      `${count.passed} passed, ${count.failed} failed`,
    ];
    // biome-ignore lint/suspicious/noConsole: the line is this file's purpose
    console.log(lines.join("\n"));
  }
}
