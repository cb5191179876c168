import type { Person } from "../../src/sandbox/server/person.ts";

/** The names in the rows of the newest list on a person's screen, from the top. */
export function rowsShown(person: Person): string[] {
  const message = person.messages.at(-1);
  return message === undefined
    ? []
    : [...message.text.matchAll(/(\w[\w ]*), (?:active|paused)/g)].map(([, name = ""]) => name);
}
