import { distance } from "fastest-levenshtein";

/**
 * How much of a folded text's words is alike to what was typed: from 0, nothing, to 1, every typed word begins one
 * of them. Long words weigh more than short ones.
 */
export function createLikeness(typed: string): (parts: readonly string[]) => number {
  const words = wordsOf(typed).map((word) => ({ likenessOf: createWordLikeness(word), weight: word.length }));
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  return (parts) => {
    let sum = 0;
    for (const { likenessOf, weight } of words) {
      let best = 0;
      for (const part of parts) best = Math.max(best, likenessOf(part));
      sum += best * weight;
    }
    return whole === 0 ? 0 : sum / whole;
  };
}

/** The same words come again and again in a workspace's names. */
function createWordLikeness(word: string): (part: string) => number {
  const known = new Map<string, number>();
  return (part) => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const beginning = part.length > word.length ? part.slice(0, word.length) : part;
    const likeness = 1 - distance(word, beginning) / Math.max(word.length, beginning.length);
    known.set(part, likeness);
    return likeness;
  };
}

export function wordsOf(folded: string): string[] {
  return folded.split(" ").filter((word) => word !== "");
}
