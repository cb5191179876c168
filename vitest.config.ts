import { defineConfig } from "vitest/config";
import { ClosingLine } from "./test/support/closing-line.ts";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 24 || (major === 24 && minor < 12)) {
  throw new Error(
    `The tests need Node 24.12 or newer; this is ${process.versions.node}. Run them with "npm test", which brings its own Node.`,
  );
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", new ClosingLine()],
    testTimeout: 20_000,
  },
});
