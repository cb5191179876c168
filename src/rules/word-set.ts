/** A few words by their hashes, to be counted among very many: an open table, since a Set takes ten times as long. */
export interface WordSet {
  readonly size: number;
  /** How many of the hashes from `start` up to `end` are in it. */
  countIn(hashes: Int32Array, start: number, end: number): number;
}

export function createWordSet(words: readonly string[]): WordSet {
  const slots = new Int32Array(slotsFor(words.length));
  const mask = slots.length - 1;
  let size = 0;
  for (const word of words) {
    const hash = hashOf(word);
    let slot = hash & mask;
    while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) & mask;
    if (slots[slot] === 0) size += 1;
    slots[slot] = hash;
  }
  return {
    size,
    countIn(hashes, start, end) {
      let count = 0;
      for (let at = start; at < end; at += 1) {
        const hash = hashes[at];
        let slot = (hash ?? 0) & mask;
        while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) & mask;
        if (slots[slot] === hash) count += 1;
      }
      return count;
    },
  };
}

/** FNV-1a over UTF-16 units; never 0, which stands for an empty slot. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return hash === 0 ? 1 : hash;
}

/** A power of two of which at most a quarter is taken. */
function slotsFor(words: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, words) * 4));
}
