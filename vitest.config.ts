import { defineConfig } from "vitest/config";
import { ClosingLine } from "./test/support/closing-line.ts";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 24 || (major === 24 && minor < 12)) {
  throw new Error(
    `The tests need Node 24.12 or newer; this is ${process.versions.node}. Run them with "npm test", which brings its own Node.`,
  );
}

/** However the tests are run. */
export const shared = {
  // A file finds modules as the file before it left them, which a third of the time would else go into loading anew.
  isolate: false,
  // What is waited for has mostly come by the first look or the next.
  expect: { poll: { interval: 10, timeout: 20_000 } },
  // A busy machine takes several times what a quiet one does.
  testTimeout: 40_000,
  hookTimeout: 40_000,
  maxWorkers: 2,
};

const inBrowser = ["test/e2e/*.test.ts", "test/sandbox/browser/*.test.ts"];

/**
 * Journeys about what lies behind the line to Slack, or in front of it, whichever it is. `npm run prove -- transports`
 * takes them over Socket Mode all the same.
 */
const apartFromTheLine = [
  "access",
  "advice",
  "api-keys",
  "app-home",
  "archive",
  "cards-follow",
  "connect-kashew",
  "doctor",
  "drafts",
  "edit-a-profile",
  "find-a-profile",
  "installer",
  "kashew",
  "kashew-by-person",
  "kashew-failures",
  "leave",
  "list-profiles",
  "made-up-ids",
  "names",
  "own-changes",
  "owner",
  "pause-a-profile",
  "profile-history",
  "request-access",
  "slack-faults",
  "slow-and-spent",
  "storage-faults",
  "templates",
  "token-rotation",
  "two-at-once",
  "what-kashew-cannot",
  "who-may-do-what",
  "who-may-look",
].map((name) => `test/journeys/${name}.test.ts`);

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "http",
          include: ["test/**/*.test.ts"],
          exclude: inBrowser,
          provide: { transport: "http" },
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: inBrowser,
          globalSetup: ["test/support/build-page.ts", "test/support/offer-browser.ts"],
          provide: { transport: "http" },
        },
      },
      // What people live through is the same over both of Slack's ways.
      {
        extends: true,
        test: {
          name: "socket",
          include: ["test/journeys/*.test.ts"],
          exclude: apartFromTheLine,
          provide: { transport: "socket" },
        },
      },
    ],
    reporters: ["default", new ClosingLine()],
    ...shared,
  },
});
