import { LRUCache } from "lru-cache";

/** A signed request holds for five minutes either way of the clock, and Slack gives up sending again before that. */
const rememberedMs = 10 * 60_000;
/** 200 pages of a list, which is the longest answer there is. */
const remembered = { answers: 500, bytes: 2 * 1024 * 1024 };

/**
 * Does `work` once for each key, which answers with the function that it gets. What comes again gets the first
 * answer, also where that is still to come; where the first broke before it answered, the next does the work.
 */
export type AnswerOnce<Answer, Kept> = (key: string, how: Exchange<Answer, Kept>) => Promise<void>;

interface Exchange<Answer, Kept> {
  work(answer: (answer: Answer) => Promise<void>): Promise<void>;
  /** Brings the answer to whoever sent this. */
  send(answer: Answer | Kept): void | Promise<void>;
}

/** `keep` tells as what an answer is remembered, and how much that takes. */
export function createAnswerOnce<Answer, Kept = Answer>(
  keep: (answer: Answer) => { kept: Kept; bytes: number },
): AnswerOnce<Answer, Kept> {
  const answers = new LRUCache<string, Promise<{ answer: Answer | Kept } | undefined>>({
    max: remembered.answers,
    maxSize: remembered.bytes,
    ttl: rememberedMs,
  });
  return async (key, { work, send }) => {
    for (let before = answers.get(key); before !== undefined; before = answers.get(key)) {
      const given = await before;
      if (given !== undefined) return send(given.answer);
    }
    const first = Promise.withResolvers<{ answer: Answer | Kept } | undefined>();
    let isAnswered = false;
    answers.set(key, first.promise, { size: 1 });
    try {
      await work(async (answer) => {
        if (isAnswered) return;
        isAnswered = true;
        first.resolve({ answer });
        const sent = send(answer);
        const { kept, bytes } = keep(answer);
        answers.set(key, Promise.resolve({ answer: kept }), { size: 1 + bytes });
        await sent;
      });
    } finally {
      if (!isAnswered) answers.delete(key);
      first.resolve(undefined);
    }
  };
}
