import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { Settings } from "../src/settings.ts";

const names = Object.keys(Settings.shape).sort();
const defaults = Object.fromEntries(
  Object.entries(Settings.parse({})).map(([name, value]) => [name, String(value)]),
);

it("explains in the README exactly the settings there are, with their defaults", () => {
  const rows = [...read("README.md").matchAll(/^\| `([A-Z_]+)` +\|([^|]*)\|/gm)];
  const said = rows.map(([, name = "", value = ""]) => [name, value.trim().replaceAll("`", "")] as const);
  expect(said.map(([name]) => name).sort()).toEqual(names);
  expect(Object.fromEntries(said)).toEqual(withEmpty(defaults));
});

it("lists in .env.example exactly the settings there are, with their defaults commented out", () => {
  const lines = [...read(".env.example").matchAll(/^(#?)([A-Z_]+)=(.*)$/gm)];
  expect(lines.map(([, , name]) => name).sort()).toEqual(names);
  const commented = lines.filter(([, hash]) => hash === "#").map(([, , name, value]) => [name, value]);
  expect(Object.fromEntries(commented)).toEqual(defaults);
});

it("names in the README no choice that a setting does not take, and all that it takes", () => {
  const row = (name: string) =>
    read("README.md")
      .split("\n")
      .find((line) => line.startsWith(`| \`${name}\``));
  for (const [name, choices] of choicesOf()) {
    const said = [
      ...(row(name)
        ?.split("|")[3]
        ?.matchAll(/`([a-z]+)`/g) ?? []),
    ].map(([, choice]) => choice);
    expect([name, said.sort()]).toEqual([name, [...choices].sort()]);
  }
});

it.each([
  ["https://kashew.example/api/v1/", "https://kashew.example/api/v1"],
  ["http://127.0.0.1:4001/api", "http://127.0.0.1:4001/api"],
  ["http://kashew.example/api", undefined],
  ["https://ana:secret@kashew.example/api", undefined],
  ["https://kashew.example/api?key=1", undefined],
  ["ftp://kashew.example", undefined],
  ["kashew.example", undefined],
])("takes %j for where Kashew's API is: %j", (url, taken) => {
  const read = Settings.safeParse({ KASHEW_API_URL: url });
  expect(read.data?.KASHEW_API_URL).toBe(taken);
});

function choicesOf(): [string, readonly string[]][] {
  return (["DEFAULT_PLAN", "DEFAULT_WRITERS", "REST_API", "LOG_LEVEL"] as const).map((name) => [
    name,
    Settings.shape[name].unwrap().options,
  ]);
}

/** A setting without a default stands in the table with an empty one. */
function withEmpty(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? ""]));
}

function read(file: string): string {
  return readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
}
