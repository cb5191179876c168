import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { addOwnKey, openSeal } from "../../../src/stores/sql/encryption-keys.ts";
import { newKey } from "../../../src/stores/sql/sealed.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const acme = { owner: "T0ACME", kind: "bot-token" } as const;
const nothingMade = () => expect.unreachable();

it("makes a key of its own once, when it first seals, which only its owner can read, and says where", () => {
  const folder = temporaryFolder();
  const made: string[] = [];
  const first = openSeal({ kind: "own", folder }, (path) => made.push(path));
  const path = join(folder, "encryption.key");
  expect(existsSync(path)).toBe(false);
  expect(first.has("0123abcd")).toBe(false);
  const sealed = first.seal("xoxb-secret", acme);
  first.seal("xoxb-other", acme);
  expect(made).toEqual([path]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const again = openSeal({ kind: "own", folder }, nothingMade);
  expect(again.open(sealed, acme)).toBe("xoxb-secret");
  const given = openSeal({ kind: "given", keys: [readFileSync(path, "utf8").trim()] }, nothingMade);
  expect(given.open(sealed, acme)).toBe("xoxb-secret");
});

it("reads a file with a key on each line, the first of which seals", () => {
  const path = join(temporaryFolder(), "keys");
  const [older, newer] = [newKey(), newKey()];
  const before = openSeal({ kind: "given", keys: [older] }, nothingMade);
  writeFileSync(path, `${newer}\n${older}\n`);
  const seal = openSeal({ kind: "file", path }, nothingMade);
  const sealed = before.seal("xoxb-secret", acme);
  expect(seal.open(sealed, acme)).toBe("xoxb-secret");
  expect(seal.isCurrent(sealed)).toBe(false);
});

it("goes on opening what a bot was just sealing when a new key was made, until the next one is", async () => {
  const folder = temporaryFolder();
  const seal = openSeal({ kind: "own", folder }, () => undefined);
  const sealed = seal.seal("xoxb-secret", acme);
  const rotate = () => addOwnKey(join(folder, "encryption.key"), { isNeeded: () => false });
  await rotate();
  expect(seal.isCurrent(sealed)).toBe(false);
  expect(seal.open(sealed, acme)).toBe("xoxb-secret");
  await rotate();
  expect(() => seal.open(sealed, acme)).toThrow("does not open");
});

it("says what is wrong with a key and repeats none of it", () => {
  const given = () => openSeal({ kind: "given", keys: [newKey(), "hunter2"] }, nothingMade);
  expect(given).toThrow("Key 2 of ENCRYPTION_KEYS is not 32 bytes in base64.");
  expect(given).not.toThrow("hunter2");
  const missing = () => openSeal({ kind: "file", path: "/nowhere/keys" }, nothingMade);
  expect(missing).toThrow("The encryption keys cannot be read from /nowhere/keys.");
});
