import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Reporter, TestModule } from "vitest/node";
import { startVitest } from "vitest/node";
import { shared } from "../../vitest.config.ts";
import type { Effort } from "./effort.ts";
import type { Figure } from "./figure.ts";
import { counted, none } from "./figure.ts";
import { createRandom } from "./random.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join("test", "journeys");

/** The journeys over Socket Mode, also those that `npm test` takes over HTTP alone. */
export async function proveTransports({ journeys, seed }: Effort): Promise<Figure[]> {
  const all = readdirSync(join(root, folder)).sort();
  const { below } = createRandom(seed);
  while (all.length > journeys) all.splice(below(all.length), 1);
  const result = new Result();
  const vitest = await startVitest("test", [], {
    ...shared,
    root,
    config: false,
    watch: false,
    include: all.map((file) => join(folder, file)),
    provide: { transport: "socket" },
    reporters: [result],
  });
  await vitest.close();
  return result.toFigures(all.length);
}

class Result implements Reporter {
  #modules: readonly TestModule[] = [];
  #strays: readonly unknown[] = [];

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    this.#modules = modules;
    this.#strays = errors;
  }

  toFigures(files: number): Figure[] {
    const tests = this.#modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    const passed = inState("passed").length;
    return [
      counted("journeys over Socket Mode", this.#modules.length, this.#modules.length === files),
      counted("  promises kept in them", passed, passed > 0),
      none(
        "  promises broken",
        inState("failed").map((test) => `${test.module.relativeModuleId}: ${test.fullName}`),
      ),
      none(
        "  promises left out",
        [...inState("skipped"), ...inState("pending")].map((test) => test.fullName),
      ),
      none(
        "  errors beside them",
        [...this.#strays, ...this.#modules.flatMap((module) => module.errors())].map(String),
      ),
    ];
  }
}
