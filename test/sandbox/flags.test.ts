import { expect, it } from "vitest";
import { readFlags, usage } from "../../src/sandbox/flags.ts";

const none = { port: undefined, data: undefined, reset: false, verbose: false, watch: false };

it("takes the bot over HTTP where nothing is said", () => {
  expect(readFlags([])).toEqual({
    kind: "flags",
    flags: { ...none, app: { kind: "bot", transport: "http" } },
  });
});

it("reads every flag", () => {
  const ours = ["--port", "0", "--data", "here", "--reset", "--socket", "--verbose", "--watch"];
  expect(readFlags(ours)).toEqual({
    kind: "flags",
    flags: {
      port: 0,
      data: "here",
      reset: true,
      verbose: true,
      watch: true,
      app: { kind: "bot", transport: "socket" },
    },
  });
  expect(readFlags(["--app", "http://localhost:3000/slack/events", "--manifest", "mine.yml"])).toEqual({
    kind: "flags",
    flags: {
      ...none,
      app: { kind: "another", requestUrl: "http://localhost:3000/slack/events", manifest: "mine.yml" },
    },
  });
  expect(readFlags(["--app", "socket"])).toMatchObject({
    flags: { app: { kind: "another", requestUrl: undefined } },
  });
  expect(readFlags(["--app", "socket", "--help"])).toEqual({ kind: "help" });
});

it.each([
  [["--prot", "1"], "'--prot'"],
  [["4001"], "'4001'"],
  [["--port"], "'--port <value>'"],
  [["--port", "eighty"], "--port is a number from 0 (any free port) to 65535, not “eighty”."],
  [["--port", "70000"], "not “70000”"],
  [
    ["--app", "my-app"],
    "--app is a URL, such as http://127.0.0.1:3000/slack/events, or socket, not “my-app”.",
  ],
  [["--app", "socket", "--socket"], "--socket is about the bot, and with --app there is none."],
  [["--app", "socket", "--watch"], "--watch is about the bot, and with --app there is none."],
  [["--manifest", "mine.yml"], "--manifest belongs to another app: say with --app where it is."],
])("says of %j that %s", (args, words) => {
  expect(readFlags(args)).toEqual({ kind: "problem", problem: expect.stringContaining(words) });
});

it("explains every flag that it reads", () => {
  for (const flag of ["port", "data", "reset", "socket", "verbose", "watch", "app", "manifest", "help"]) {
    expect(usage).toContain(`  --${flag} `);
    expect(readFlags([`--${flag}=`])).not.toMatchObject({ problem: expect.stringContaining("Unknown") });
  }
});
