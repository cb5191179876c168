/** What can break. What a person may meet in the normal run of things is an answer's `kind`, not a fault. */
export type FaultCode =
  | "kashew-busy"
  | "kashew-conflict"
  | "kashew-cut"
  | "kashew-down"
  | "kashew-invalid"
  | "kashew-key-refused"
  | "kashew-plan"
  | "kashew-refused"
  | "kashew-scope"
  | "kashew-slow"
  | "kashew-unreachable"
  | "kashew-unreadable"
  | "post-unconfirmed"
  | "reply-expired"
  | "sealed-shut"
  | "slack-busy"
  /** Given up: Slack may do it all the same. */
  | "slack-late"
  | "slack-refused"
  | "slack-slow"
  | "slack-unreachable"
  | "store-busy"
  | "store-damaged"
  | "store-full"
  | "store-newer"
  | "store-read-only"
  | "store-unreachable"
  | "too-many"
  | "trigger-expired"
  | "trigger-used"
  | "unexpected";

/** What Kashew said in refusing. The words are Kashew's: one line, cut, and without a key in it. */
export interface Said {
  readonly status: number;
  readonly detail: string;
  /** The scope that the key lacks, such as icp:write. */
  readonly scope?: string;
  /** The plan that is too small, or the one it takes, as Kashew calls it. */
  readonly plan?: string;
  /** Which of the fields were wrong, by Kashew's names. */
  readonly fields?: readonly { readonly field: string; readonly message: string }[];
}

/** Something broke. `code` says what; each door has one table that turns it into words. */
export class Fault extends Error {
  readonly code: FaultCode;
  /** How long whoever refused asks us to wait, where it says. */
  readonly retryAfterSeconds: number | undefined;
  readonly said: Said | undefined;

  constructor(
    code: FaultCode,
    message: string,
    {
      retryAfterSeconds,
      said,
      ...options
    }: { cause?: unknown; retryAfterSeconds?: number; said?: Said } = {},
  ) {
    super(message, options);
    this.name = "Fault";
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
    this.said = said;
  }
}

/** Why the process cannot run: a sentence for its operator, with what to do. */
export class StartProblem extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "StartProblem";
  }
}

/** The fault in what was thrown; anything else that was thrown becomes `unexpected`. */
export function toFault(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Fault("unexpected", message, { cause: thrown });
}
