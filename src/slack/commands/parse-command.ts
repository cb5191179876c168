import { distance } from "fastest-levenshtein";
import { cleanLine } from "../../rules/text.ts";

export const verbs = ["list", "show", "new", "access", "connect", "keys", "doctor", "help"] as const;
export type Verb = (typeof verbs)[number];

/** What guests are told of. */
export const guestVerbs: readonly Verb[] = ["list", "show", "help"];

export type Command =
  | { readonly kind: "known"; readonly verb: Verb; readonly rest: string }
  /** `nearest` is the verb that was probably meant. */
  | { readonly kind: "unknown"; readonly said: string; readonly rest: string; readonly nearest?: Verb };

/** What people say elsewhere for the same thing. */
const synonyms: Readonly<Record<string, Verb>> = {
  add: "new",
  create: "new",
  make: "new",
  ls: "list",
  all: "list",
  open: "show",
  details: "show",
  view: "show",
  search: "list",
  find: "list",
  rights: "access",
  permissions: "access",
  admins: "access",
  api: "keys",
  tokens: "keys",
  kashew: "connect",
  "?": "help",
  usage: "help",
};

/** More make another word of a long verb: `fintech` is to be searched for. */
const mostEdits = 3;

/** Reads what was typed after the command's name. */
export function parseCommand(text: string): Command {
  const line = cleanLine(text.replace(/[“”„‟«»″]/g, '"'));
  return parseLine(unquoted(line)) ?? parseLine(line) ?? parseUnknown(line);
}

/** Undefined where the line begins with no verb. */
function parseLine(line: string): Command | undefined {
  const [said = "", ...words] = line.split(" ");
  // Phones quote a word, and end a line that ends in two blanks with a dot.
  const verb = said.toLowerCase().replace(/^["'‘’]+|["'‘’.,!]+$/g, "");
  const rest = words.join(" ");
  if (said === "") return { kind: "known", verb: "help", rest };
  return isVerb(verb) ? { kind: "known", verb, rest } : undefined;
}

function parseUnknown(line: string): Command {
  const [said = "", ...words] = line.split(" ");
  const rest = words.join(" ");
  const verb = said.toLowerCase();
  const nearest = nearestVerb(verb);
  return { kind: "unknown", said, rest, ...(nearest === undefined ? {} : { nearest }) };
}

/**
 * The line that says this, as a button carries it: Slack keeps a button's value to 2,000 characters, and no verb
 * reads more. `parseCommand` is its inverse.
 */
export function printCommand({ verb, rest }: { verb: Verb; rest: string }): string {
  return `${verb} ${rest}`.slice(0, 2000).toWellFormed().trim();
}

/** Without the quotes around the whole of it. */
export function unquoted(line: string): string {
  return line.replace(/^"([^"]*)"$/, "$1").trim();
}

/** What somebody typed: Slack escapes these three. What a button carries comes back as it is. */
export function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function isVerb(word: string): word is Verb {
  return verbs.some((verb) => verb === word);
}

function nearestVerb(word: string): Verb | undefined {
  const begun = verbs.find((verb) => verb.startsWith(word) || word.startsWith(verb));
  if (begun !== undefined) return begun;
  const [nearest] = [...Object.entries(synonyms), ...verbs.map((verb) => [verb, verb] as const)]
    .map(([said, verb]) => ({
      verb,
      edits: distance(said, word),
      allowed: said.length < 2 ? 0 : Math.min(said.length / 2 + 0.5, mostEdits),
    }))
    .filter(({ edits, allowed }) => edits <= allowed)
    .sort((one, other) => one.edits - other.edits);
  return nearest?.verb;
}
