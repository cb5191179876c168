import { expect, it } from "vitest";
import { isKeyName, KeyName, maskedKey, nameInKey } from "../../src/rules/api-key.ts";
import { doorOf } from "../../src/rules/audit.ts";
import { ana } from "../support/make-profile.ts";

const secret = "RQFwPRj9IRcaYvRMTibbemYQOvp9xX3d";

it("names a key by its beginning, and shows no more of it", () => {
  const name = KeyName.parse("kshw_abcd1234");
  expect(nameInKey(`kshw_abcd1234_${secret}`)).toBe(name);
  expect(maskedKey(name)).toBe("kshw_abcd1234_…");
});

it.each([
  "",
  "kshw_abcd1234",
  "kshw_abcd1234_",
  `kshw_ABCD1234_${secret}`,
  `kshw_abcd1234_${secret}x`,
  `kshw_abcd1234_${secret.slice(1)}`,
  `kshw_abcd1234_${secret.slice(1)}\n`,
  `xkshw_abcd1234_${secret}`,
  `kshw_abcd1234_${secret.slice(1)}é`,
])("takes %j for no key", (text) => {
  expect(nameInKey(text)).toBeUndefined();
});

it("tells by the author through which door something was done", () => {
  const authors = [ana, "operator", KeyName.parse("kshw_abcd1234")] as const;
  expect(authors.map(doorOf)).toEqual(["slack", "operator", "rest"]);
  expect(authors.map(isKeyName)).toEqual([false, false, true]);
});
