import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, it } from "vitest";
import { parse } from "yaml";

const schemaFile = new URL("../../shared/data/slack-manifest-v2.schema.json", import.meta.url);
const text = readFileSync(new URL("../manifest.yml", import.meta.url), "utf8");

it.skipIf(!existsSync(schemaFile))("keeps to Slack's own schema of a manifest", () => {
  const { $schema: _, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(schema);
  validate(parse(text));
  expect(validate.errors).toBeNull();
});

it("gives a reason beside each scope", () => {
  const scopes = text.slice(text.indexOf("    bot:"), text.indexOf("settings:"));
  const lines = scopes
    .split("\n")
    .slice(1)
    .filter((line) => line.trim() !== "");
  expect(lines.filter((line) => line.trim().startsWith("- "))).toHaveLength(3);
  for (const [index, line] of lines.entries()) {
    if (line.trim().startsWith("- ")) expect(lines[index - 1]).toMatch(/^ +# \w/);
  }
});
