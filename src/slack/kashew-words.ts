import type { Fault, FaultCode, Said } from "../errors.ts";
import { kashewNames } from "../kashew/dialect.ts";
import { cutTo } from "../rules/text.ts";
import { fieldNames } from "./views/profile-words.ts";

export interface Words {
  /** What is so. */
  readonly sentence: string;
  /** What to do. */
  readonly advice: string;
  /** Whether one more try may do, with nothing else done before. */
  readonly isCuredByRetry: boolean;
}

/** What a fault's words may tell of it. */
export type FaultFacts = Pick<Fault, "retryAfterSeconds" | "said">;

export const nothingChanged = "Nothing was changed.";

const kashewSilent: Words = {
  sentence: "Kashew didn’t answer in time.",
  advice: "Try again in a minute.",
  isCuredByRetry: true,
};

/** What breaks between this app and Kashew, in a person's words. */
export const kashewWords: Record<Extract<FaultCode, `kashew-${string}`>, (fault: FaultFacts) => Words> = {
  "kashew-busy": ({ retryAfterSeconds: seconds }) => ({
    sentence: `Kashew asks this app to wait ${seconds === undefined ? "a little" : `${seconds} s`}.`,
    advice: `${nothingChanged} Try again after that.`,
    isCuredByRetry: true,
  }),
  "kashew-conflict": () => ({
    sentence: "Kashew refused this: it says that there is such a profile already.",
    advice: `${nothingChanged} List the profiles to see what there is.`,
    isCuredByRetry: false,
  }),
  "kashew-cut": () => kashewSilent,
  "kashew-down": () => ({
    sentence: "Kashew has trouble of its own and didn’t answer.",
    advice: "Try again in a minute.",
    isCuredByRetry: true,
  }),
  "kashew-invalid": ({ said }) => ({
    sentence: `Kashew refused a value${said === undefined ? "" : `: ${refusedIn(said)}`}.`,
    advice: `${nothingChanged} Change it and save again.`,
    isCuredByRetry: false,
  }),
  "kashew-key-refused": () => ({
    sentence: "Kashew doesn’t take this workspace’s key any more.",
    advice: `${nothingChanged} An ICP admin can connect Kashew anew.`,
    isCuredByRetry: false,
  }),
  "kashew-plan": () => ({
    sentence: "This workspace’s plan in Kashew doesn’t include ICP profiles.",
    advice: `${nothingChanged} They need the Pro plan or higher.`,
    isCuredByRetry: false,
  }),
  "kashew-refused": () => ({
    sentence: "Kashew refused what this app asked of it.",
    advice: `${nothingChanged} If it stays so, tell whoever operates this app.`,
    isCuredByRetry: true,
  }),
  "kashew-scope": ({ said }) => ({
    sentence: `This workspace’s key to Kashew lacks the scope ${said?.scope ?? "that this takes"}.`,
    advice: `${nothingChanged} An ICP admin can connect a key that has it.`,
    isCuredByRetry: false,
  }),
  "kashew-slow": () => kashewSilent,
  "kashew-unreachable": () => ({
    sentence: "This app can’t reach Kashew right now.",
    advice: `${nothingChanged} Try again in a minute.`,
    isCuredByRetry: true,
  }),
  "kashew-unreadable": () => ({
    sentence: "Kashew answered something that this app can’t read.",
    advice: "Try again; if it stays so, tell whoever operates this app.",
    isCuredByRetry: true,
  }),
};

/** "Daily prospect limit: too many; Countries: unknown country", as far as Kashew names fields. */
function refusedIn({ detail, fields }: Said): string {
  if (fields === undefined) return shown(detail, 100);
  const parts = fields.map(({ field, message }) => `${labelOf(field)}: ${shown(message, 60)}`);
  return shown(parts.join("; "), 150);
}

/** As the form calls it; a name that is none of its fields is repeated. */
function labelOf(field: string): string {
  const ours = Object.keys(fieldNames) as (keyof typeof fieldNames)[];
  const known = ours.find((each) => kashewNames[each] === field);
  return known === undefined ? field : fieldNames[known];
}

function shown(words: string, length: number): string {
  return cutTo(words, length).replace(/\.$/, "");
}
