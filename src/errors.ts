/** What can break. What a person may meet in the normal run of things is an answer's `kind`, not a fault. */
export type FaultCode =
  | "post-unconfirmed"
  | "reply-expired"
  | "sealed-shut"
  | "slack-busy"
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

/** Something broke. `code` says what; each door has one table that turns it into words. */
export class Fault extends Error {
  readonly code: FaultCode;
  /** How long whoever refused asks us to wait, where it says. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: FaultCode,
    message: string,
    { retryAfterSeconds, ...options }: { cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(message, options);
    this.name = "Fault";
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
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
