import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { Fault } from "../../errors.ts";

const cipher = "aes-256-gcm";
const lengths = { key: 32, iv: 12, tag: 16 } as const;

/** 32 secret bytes, and the short name under which what they sealed refers to them. */
export interface EncryptionKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** What a secret belongs to. Sealed for one owner and kind, it opens for no other. */
interface Belonging {
  readonly owner: string;
  readonly kind: "bot-token" | "refresh-token" | "kashew-key";
}

/** Seals with the first of its keys and opens with any of them. */
export interface Seal {
  seal(secret: string, belonging: Belonging): string;
  /** Throws a `sealed-shut` fault where the key is missing, or the text was changed or belongs elsewhere. */
  open(sealed: string, belonging: Belonging): string;
  /** Whether the first key sealed it. */
  isCurrent(sealed: string): boolean;
  /** Whether the key of this id is given. */
  has(keyId: string): boolean;
}

/** Reads a key of 32 bytes in base64. Undefined where it is none. */
export function readKey(text: string): EncryptionKey | undefined {
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return undefined;
  const bytes = Buffer.from(text, "base64");
  return bytes.length === lengths.key ? { id: idOf(bytes), bytes } : undefined;
}

export function newKey(): string {
  return randomBytes(lengths.key).toString("base64");
}

export type EncryptionKeys = readonly [EncryptionKey, ...EncryptionKey[]];

interface Keyring {
  /** Asked anew each time, so that a new key counts in a process that runs already. */
  keys(): readonly EncryptionKey[];
  /** Where there may be no key as yet. */
  makeFirst?(): EncryptionKey;
}

export function createSeal({ keys, makeFirst }: Keyring): Seal {
  return {
    seal(secret, belonging) {
      const first = keys()[0] ?? makeFirst?.();
      if (first === undefined) throw shut(belonging, "no key is given");
      const iv = randomBytes(lengths.iv);
      const sealing = createCipheriv(cipher, first.bytes, iv).setAAD(written(belonging));
      const sealed = Buffer.concat([sealing.update(secret, "utf8"), sealing.final()]);
      return `v1.${first.id}.${Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString("base64url")}`;
    },
    open(text, belonging) {
      const [version, , body = ""] = text.split(".");
      const key = keyOf(keyIdOf(text));
      if (version !== "v1" || key === undefined) throw shut(belonging, `no key ${keyIdOf(text)} is given`);
      const bytes = Buffer.from(body, "base64url");
      const [iv, tag, sealed] = [
        bytes.subarray(0, lengths.iv),
        bytes.subarray(lengths.iv, lengths.iv + lengths.tag),
        bytes.subarray(lengths.iv + lengths.tag),
      ];
      try {
        const opening = createDecipheriv(cipher, key.bytes, iv, { authTagLength: lengths.tag });
        opening.setAAD(written(belonging)).setAuthTag(tag);
        return Buffer.concat([opening.update(sealed), opening.final()]).toString("utf8");
      } catch (cause) {
        throw shut(belonging, "it was changed, or sealed for something else", cause);
      }
    },
    isCurrent: (text) => keyIdOf(text) === keys()[0]?.id,
    has: (keyId) => keyOf(keyId) !== undefined,
  };

  function keyOf(keyId: string): EncryptionKey | undefined {
    return keys().find(({ id }) => id === keyId);
  }
}

/** The id of the key that sealed it. */
export function keyIdOf(sealed: string): string {
  return sealed.split(".")[1] ?? "";
}

function idOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 8);
}

function written({ owner, kind }: Belonging): Buffer {
  return Buffer.from(JSON.stringify([owner, kind]));
}

function shut({ owner, kind }: Belonging, why: string, cause?: unknown): Fault {
  return new Fault("sealed-shut", `the ${kind} of ${owner} does not open: ${why}`, { cause });
}
