import type { KeySource, RotateAnswer } from "../key-source.ts";
import { addOwnKey, nameOf, openSeal } from "./encryption-keys.ts";
import type { Stores } from "./stores.ts";

/**
 * Seals every token with the newest key, beside a running bot too. Where the keys are in our own file it makes that
 * key, and drops those that sealed nothing: the last one stays until the next time, for a bot that is just sealing.
 * `mayForget` lets it forget installations whose key is lost.
 */
export async function sealWithNewest(
  source: KeySource,
  { stores, mayForget }: { stores: Stores; mayForget: boolean },
): Promise<RotateAnswer> {
  const seal = await openSeal(source, () => undefined);
  const store = stores.installationsWith(seal);
  const keysIn = nameOf(source);
  const lost = (await store.keyIds()).filter((id) => !seal.has(id));
  if (lost.length > 0 && !mayForget) return { kind: "keys-missing", keyIds: lost, keysIn };
  let removed = 0;
  for (const id of lost) removed += await store.removeSealedWith(id);
  const isNew = source.kind === "own";
  if (isNew) {
    const needed = await store.keyIds();
    await addOwnKey(keysIn, { isNeeded: (id) => needed.includes(id) });
  }
  return { kind: "rotated", sealed: await store.sealAnew(), removed, keysIn, isNew };
}
