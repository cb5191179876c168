import type { KeySource, RotateAnswer, Sealed, SealedStore } from "../key-source.ts";
import { addOwnKey, nameOf, openSeal } from "./encryption-keys.ts";
import type { Stores } from "./stores.ts";

/**
 * Seals every token and key with the newest key, beside a running bot too. Where the keys are in our own file it makes that
 * key, and drops those that sealed nothing: the last one stays until the next time, for a bot that is just sealing.
 * `mayForget` lets it forget those whose key is lost.
 */
export async function sealWithNewest(
  source: KeySource,
  { stores, hasInstalls, mayForget }: { stores: Stores; hasInstalls: boolean; mayForget: boolean },
): Promise<RotateAnswer> {
  const seal = openSeal(source, () => undefined);
  const keepers = [stores.installationsWith(seal), stores.connectionsWith(seal)] as const;
  const keysIn = nameOf(source);
  const needed = await keyIdsOf(keepers);
  if (needed.length === 0 && !hasInstalls) return { kind: "nothing-sealed" };
  const lost = needed.filter((id) => !seal.has(id));
  if (lost.length > 0 && !mayForget) return { kind: "keys-missing", keyIds: lost, keysIn };
  const removed = await countEach(keepers, async (store) => {
    let count = 0;
    for (const id of lost) count += await store.removeSealedWith(id);
    return count;
  });
  const isNew = source.kind === "own";
  if (isNew) {
    const left = await keyIdsOf(keepers);
    await addOwnKey(keysIn, { isNeeded: (id) => left.includes(id) });
  }
  const sealed = await countEach(keepers, (store) => store.sealAnew());
  return { kind: "rotated", sealed, removed, keysIn, isNew };
}

type Keepers = readonly [installations: SealedStore, connections: SealedStore];

async function keyIdsOf(keepers: Keepers): Promise<string[]> {
  const ids = await Promise.all(keepers.map((store) => store.keyIds()));
  return [...new Set(ids.flat())];
}

async function countEach(
  [installations, connections]: Keepers,
  count: (store: SealedStore) => Promise<number>,
): Promise<Sealed> {
  return { installations: await count(installations), connections: await count(connections) };
}
