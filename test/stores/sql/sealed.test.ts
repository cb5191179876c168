import { expect, it } from "vitest";
import type { EncryptionKey } from "../../../src/stores/sql/sealed.ts";
import { createSeal, newKey, readKey } from "../../../src/stores/sql/sealed.ts";

const acme = { owner: "T0ACME", kind: "bot-token" } as const;

function makeKey(): EncryptionKey {
  const key = readKey(newKey());
  if (key === undefined) throw new Error("a new key is a key");
  return key;
}

it("opens what it sealed, and nobody reads the secret in between", () => {
  const key = makeKey();
  const seal = createSeal({ keys: () => [key] });
  const sealed = seal.seal("xoxb-secret", acme);
  expect(sealed).not.toContain("xoxb");
  expect(seal.open(sealed, acme)).toBe("xoxb-secret");
  expect(seal.seal("xoxb-secret", acme)).not.toBe(sealed);
});

it.each([
  ["another workspace", { ...acme, owner: "T0BETA" }],
  ["another kind", { ...acme, kind: "refresh-token" }],
] as const)("opens nothing that was moved to %s", (_, elsewhere) => {
  const key = makeKey();
  const seal = createSeal({ keys: () => [key] });
  const sealed = seal.seal("xoxb-secret", acme);
  expect(() => seal.open(sealed, elsewhere)).toThrow("does not open");
});

it("opens nothing of which one byte was changed", () => {
  const key = makeKey();
  const seal = createSeal({ keys: () => [key] });
  const sealed = seal.seal("xoxb-secret", acme);
  const head = sealed.lastIndexOf(".") + 1;
  for (let at = head; at < sealed.length; at += 1) {
    const other = sealed[at] === "A" ? "B" : "A";
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
    // The last letter holds bits that belong to no byte.
    if (Buffer.from(changed.slice(head), "base64url").equals(Buffer.from(sealed.slice(head), "base64url")))
      continue;
    expect(() => seal.open(changed, acme)).toThrow("does not open");
  }
});

it("opens with an older key and seals with the first one", () => {
  const [older, newer] = [makeKey(), makeKey()];
  const before = createSeal({ keys: () => [older] }).seal("xoxb-secret", acme);
  const both = createSeal({ keys: () => [newer, older] });
  expect(both.open(before, acme)).toBe("xoxb-secret");
  expect(both.isCurrent(before)).toBe(false);
  const anew = both.seal("xoxb-secret", acme);
  expect(both.isCurrent(anew)).toBe(true);
  expect(createSeal({ keys: () => [newer] }).open(anew, acme)).toBe("xoxb-secret");
  expect(() => createSeal({ keys: () => [newer] }).open(before, acme)).toThrow(`no key ${older.id} is given`);
});

it.each(["", "short", "!".repeat(44), `${newKey()}x`, newKey().slice(0, 40)])(
  "takes “%s” for no key",
  (text) => {
    expect(readKey(text)).toBeUndefined();
  },
);
