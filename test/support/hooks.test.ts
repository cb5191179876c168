import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const tests = fileURLToPath(new URL("..", import.meta.url));

/** A worker loads such a module once: what it says outside its functions holds for the first file alone. */
it("leaves no hook at the top of a module that several test files share", () => {
  const shared = readdirSync(tests, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
  );
  const withHook = shared.filter((name) =>
    /^(before|after|around|onTest)\w*\(/m.test(readFileSync(join(tests, name), "utf8")),
  );
  expect(shared).toContain("support/start-team.ts");
  expect(withHook).toEqual([]);
});
