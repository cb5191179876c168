import fc from "fast-check";
import { expect, it } from "vitest";
import { readRefusal } from "../../../src/stores/kashew/read-refusal.ts";
import { makeKey } from "../../support/make-key.ts";

const read = (status: number, text: string) => readRefusal({ status, text, retryAfter: null }, 0);

it.each([
  [401, '{"detail":"Invalid API key"}', "kashew-key-refused", "Invalid API key"],
  [403, '{"detail":"Scope \'icp:write\' required"}', "kashew-scope", "Scope 'icp:write' required"],
  [403, '{"detail":{"msg":"Missing scope: icp:write"}}', "kashew-scope", "Missing scope: icp:write"],
  [403, '{"message":"This needs the Business plan."}', "kashew-plan", "This needs the Business plan."],
  [403, "<h1>Forbidden</h1>", "kashew-refused", "Forbidden"],
  [402, "", "kashew-plan", ""],
  [422, '{"detail":["a","b",{"loc":["body"],"msg":"c"}]}', "kashew-invalid", "a; b; c"],
  [400, '{"errors":[1,2]}', "kashew-refused", '{"errors":[1,2]}'],
  [408, "null", "kashew-down", "null"],
  [502, "<html>\n<body>Bad\ngateway</body></html>", "kashew-down", "Bad gateway"],
] as const)("reads %i %s as %s", (status, text, code, detail) => {
  expect(read(status, text)).toMatchObject({ code, said: { status, detail } });
});

it("shows of any key that stands in it what may be shown", () => {
  const { said, message } = read(
    422,
    JSON.stringify({ detail: [{ loc: ["body", makeKey()], msg: makeKey() }] }),
  );
  expect(said).toMatchObject({ detail: "kshw_abcd1234_…", fields: [{ field: "kshw_abcd1234_…" }] });
  expect(message).not.toContain("Canary");
});

it("makes a fault of a known code of whatever is answered, with a line of it that fits", () => {
  const anyBody = fc.oneof(fc.string({ unit: "binary", maxLength: 2000 }), fc.json());
  fc.assert(
    fc.property(fc.integer({ min: 300, max: 599 }), anyBody, (status, text) => {
      const { code, said, message } = read(status, text);
      expect(code).toMatch(/^kashew-/);
      expect(said?.detail.length).toBeLessThanOrEqual(300);
      expect(message).not.toContain("\n");
    }),
  );
});

it("takes no longer for a long answer, whatever is in it", () => {
  const long = 60_000;
  const began = performance.now();
  for (const text of ["<".repeat(long), "a".repeat(long), JSON.stringify({ detail: "a".repeat(long) })]) {
    expect(read(500, text)).toMatchObject({ code: "kashew-down" });
  }
  expect(performance.now() - began).toBeLessThan(1000);
});
