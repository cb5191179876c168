import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { scopes } from "../src/slack/scopes.ts";

const schemaFile = new URL("../../shared/data/slack-manifest-v2.schema.json", import.meta.url);
const text = readFileSync(new URL("../manifest.yml", import.meta.url), "utf8");

it.skipIf(!existsSync(schemaFile))("keeps to Slack's own schema of a manifest", () => {
  const { $schema: _, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(schema);
  validate(parse(text));
  expect(validate.errors).toBeNull();
});

it("gives beside each scope the reason that the doctor gives, and asks for no other; and one beside each event", () => {
  const { event_subscriptions: events } = parse(text).settings;
  const reasons = [...text.matchAll(/^ +# (.+)\n +- ([\w:]+)$/gm)].map(([, reason, name]) => [name, reason]);
  const ofScopes = reasons.filter(([name]) => !events.bot_events.includes(name));
  expect(Object.fromEntries(ofScopes)).toEqual(scopes);
  expect(reasons).toHaveLength(ofScopes.length + events.bot_events.length);
  expect(parse(text).oauth_config.scopes.bot).toEqual(Object.keys(scopes));
});
