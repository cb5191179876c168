import { LRUCache } from "lru-cache";

/** A signed request holds for five minutes either way of the clock, and Slack gives up sending again before that. */
const rememberedMs = 10 * 60_000;
const remembered = 500;

/**
 * Does `work` once for each key, which answers with the function that it gets. What comes again gets the first
 * answer, also where that is still to come; where the first broke before it answered, the next does the work.
 */
export type AnswerOnce<Answer> = (key: string, how: Exchange<Answer>) => Promise<void>;

interface Exchange<Answer> {
  work(answer: (answer: Answer) => Promise<void>): Promise<void>;
  /** Brings the answer to whoever sent this. */
  send(answer: Answer): void | Promise<void>;
}

export function createAnswerOnce<Answer>(): AnswerOnce<Answer> {
  const answers = new LRUCache<string, Promise<{ answer: Answer } | undefined>>({
    max: remembered,
    ttl: rememberedMs,
  });
  return async (key, { work, send }) => {
    for (let before = answers.get(key); before !== undefined; before = answers.get(key)) {
      const given = await before;
      if (given !== undefined) return send(given.answer);
    }
    const first = Promise.withResolvers<{ answer: Answer } | undefined>();
    let isAnswered = false;
    answers.set(key, first.promise);
    try {
      await work(async (answer) => {
        if (isAnswered) return;
        isAnswered = true;
        first.resolve({ answer });
        await send(answer);
      });
    } finally {
      if (!isAnswered) answers.delete(key);
      first.resolve(undefined);
    }
  };
}
