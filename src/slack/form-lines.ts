import { LRUCache } from "lru-cache";
import type { Person } from "../rules/people.ts";

/** More forms are not open at a time; of one that is forgotten nothing comes any more. */
const mostForms = 5000;

/** Keeps apart what arrives of one form at the same moment: choices in its menus, and its save. */
export interface FormLines {
  /** The place of what arrives now among all that arrives. */
  arrive(): number;
  /**
   * Does `keep` with what a form held when it arrived. Not where something newer of that form is kept already, or all
   * of it is saved: then it answers nothing.
   */
  keep<Answer>(form: Form, arrival: number, keep: () => Promise<Answer>): Promise<Answer | undefined>;
  /** Does `save` once nothing else of the form is going on. What arrived before it is older than what it holds. */
  save<Answer>(
    form: Form,
    save: () => Promise<Answer>,
    isSaved: (answer: Answer) => boolean,
  ): Promise<Answer>;
}

interface Form {
  readonly by: Person;
  /** One form opened is one nonce. */
  readonly nonce: string;
}

interface Line {
  /** Ends when all ends that was begun. */
  last: Promise<unknown>;
  /** When arrived what is kept. */
  newest: number;
  isSaved: boolean;
}

export function createFormLines(): FormLines {
  const lines = new LRUCache<string, Line>({ max: mostForms });
  let arrivals = 0;
  const arrive = () => {
    arrivals += 1;
    return arrivals;
  };

  return {
    arrive,
    keep(form, arrival, keep) {
      const line = lineOf(form);
      return after(line, async () => {
        if (line.isSaved || arrival < line.newest) return undefined;
        const answer = await keep();
        line.newest = arrival;
        return answer;
      });
    },
    save(form, save, isSaved) {
      const line = lineOf(form);
      return after(line, async () => {
        const arrival = arrive();
        const answer = await save();
        line.newest = arrival;
        line.isSaved ||= isSaved(answer);
        return answer;
      });
    },
  };

  function lineOf({ by: { teamId, userId }, nonce }: Form): Line {
    const key = `${teamId}:${userId}:${nonce}`;
    const line = lines.get(key) ?? { last: Promise.resolve(), newest: 0, isSaved: false };
    lines.set(key, line);
    return line;
  }
}

/** One after the other, whatever becomes of the one before. */
function after<Answer>(line: Line, work: () => Promise<Answer>): Promise<Answer> {
  const done = line.last.then(work);
  line.last = done.catch(() => undefined);
  return done;
}
