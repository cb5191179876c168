import type { Kysely } from "kysely";
import { stateOf } from "./open-kysely.ts";

/** Of one file. More would be a workspace's or key's each, of an installation that has so many. */
const mostAnswers = 10_000;

interface Kept {
  readonly state: string;
  readonly answers: Map<string, unknown>;
}

const keptOf = new WeakMap<object, Kept>();

/**
 * The same answer to a question again until somebody changes the file; a question has answers of one type. Nothing is
 * kept for what is not there, or made-up names would fill the memory.
 */
export async function answerKept<Tables, Answer>(
  db: Kysely<Tables>,
  question: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const { answers } = keptIn(db);
  const known = answers.get(question);
  if (known !== undefined) return known as Answer;
  // Whatever changes the file meanwhile makes another map, and this one is forgotten.
  const answer = await ask();
  if (answer !== undefined && answers.size < mostAnswers) answers.set(question, answer);
  return answer;
}

function keptIn<Tables>(db: Kysely<Tables>): Kept {
  const state = stateOf(db);
  const kept = keptOf.get(db);
  if (kept?.state === state) return kept;
  const next = { state, answers: new Map() };
  keptOf.set(db, next);
  return next;
}
