import { LRUCache } from "lru-cache";
import { atMost } from "../at-most.ts";
import type { Person } from "../rules/people.ts";
import type { FormValues } from "../rules/profile.ts";

/** More forms are not open at a time; of one that is forgotten nothing comes any more. */
const mostForms = 5000;

/** Keeps apart what arrives of one form at the same moment: choices in its menus, and its save. */
export interface FormLines {
  /** The place of what arrives now among all that arrives. */
  arrive(): number;
  /**
   * Does `keep` with what a form held when it arrived. Not where something newer of that form is kept already, or all
   * of it is saved: then it answers nothing. `filled` stands in the form since then, whatever it held.
   */
  keep<Answer>(
    form: FilledForm,
    arrival: number,
    keep: (filled: FormValues) => Promise<Answer>,
  ): Promise<Answer | undefined>;
  /** Does `keep` once `filled` stands in the form, `fills` times filled by that. Not where all of it is saved. */
  fill(
    form: Form & { readonly fills: number },
    filled: FormValues,
    keep: () => Promise<unknown>,
  ): Promise<void>;
  isSaved(form: Form): boolean;
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

interface FilledForm extends Form {
  /** How often it was filled from a template. */
  readonly fills?: number | undefined;
}

interface Line {
  /** Ends when all ends that was begun. */
  last: Promise<unknown>;
  /** When arrived what is kept. */
  newest: number;
  isSaved: boolean;
  /** What each filling has put in the place of what was there. */
  readonly fills: Map<number, FormValues>;
}

export function createFormLines(): FormLines {
  const lines = new LRUCache<string, Line>(atMost(mostForms));
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
        const answer = await keep(filledSince(line, form.fills));
        line.newest = arrival;
        return answer;
      });
    },
    fill(form, filled, keep) {
      const line = lineOf(form);
      return after(line, async () => {
        line.fills.set(form.fills, filled);
        if (!line.isSaved) await keep();
      });
    },
    isSaved: (form) => lineOf(form).isSaved,
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
    const line = lines.get(key) ?? { last: Promise.resolve(), newest: 0, isSaved: false, fills: new Map() };
    lines.set(key, line);
    return line;
  }
}

function filledSince({ fills }: Line, last = 0): FormValues {
  const later = [...fills].filter(([fill]) => fill > last);
  return Object.assign({}, ...later.map(([, filled]) => filled));
}

/** One after the other, whatever becomes of the one before. */
function after<Answer>(line: Line, work: () => Promise<Answer>): Promise<Answer> {
  const done = line.last.then(work);
  line.last = done.catch(() => undefined);
  return done;
}
