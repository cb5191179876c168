import { expect, it } from "vitest";
import { KashewKey, maskKeys } from "../../src/rules/connection.ts";

const secret = "0123456789abcdefABCDEF_-01234567";
const key = `kshw_abcd1234_${secret}`;

it("takes a key as Kashew documents it, also with the blanks of a careless copy", () => {
  expect(KashewKey.parse(` ${key}\n`)).toBe(key);
});

it.each([
  "",
  "kshw_abcd1234",
  `kshw_abc_${secret}`,
  `${key}x`,
  key.slice(0, -1),
  `kshw_ABCD 123_${secret}`,
  `xoxb_abcd1234_${secret}`,
])("takes %j for no key", (text) => expect(KashewKey.safeParse(text).success).toBe(false));

it("shows of a key what names the tenant, wherever it stands", () => {
  expect(maskKeys(key)).toBe("kshw_abcd1234_…");
  expect(maskKeys(`no ${key}, "${key}" {${key}}\n${key}`)).not.toContain(secret.slice(0, 4));
});
