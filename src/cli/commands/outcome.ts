/** What a command answers. */
export interface Outcome {
  /** For people. */
  readonly text: string;
  /** For programs: what `--json` prints. */
  readonly data: unknown;
  /** The process's exit code: 0 done, 1 it could not be, 2 it was not understood. */
  readonly exit: 0 | 1 | 2;
  /** Said to people beside the text, so that the text can be taken as it is. */
  readonly aside?: string;
  /** The text is what was asked for, whatever the exit code, and not a word of trouble. */
  readonly isReport?: true;
}

export function done(text: string, data: unknown): Outcome {
  return { text, data, exit: 0 };
}

export function failed(text: string, more: Readonly<Record<string, unknown>> = {}): Outcome {
  return { text, data: { error: text, ...more }, exit: 1 };
}

export function misunderstood(text: string): Outcome {
  return { text, data: { error: text }, exit: 2 };
}

export function unknownWorkspace(teamId: string): Outcome {
  return failed(`No workspace ${teamId} here. “npm run workspace -- list” shows those there are.`);
}

/** What is added where a workspace's history could not be told. */
export function unlessNoted({ isNoted }: { readonly isNoted: boolean }): string {
  return isNoted ? "" : " Its history takes no entry now and does not tell of it.";
}
