import type { TeamId } from "../rules/people.ts";
import type { BackUpAnswer } from "../stores/data-files.ts";
import type { OperatorDeps } from "./operator-deps.ts";

export interface BackUpAsk {
  /** Missing for everything. */
  readonly teamId?: TeamId;
  /** A file; for everything, a folder. */
  readonly to: string;
  readonly mayReplace: boolean;
}

/** Copies what is kept, as it is at one moment for each workspace. */
export async function backUp(
  { files }: OperatorDeps,
  { teamId, to, mayReplace }: BackUpAsk,
): Promise<BackUpAnswer> {
  return teamId === undefined
    ? files.backUpAll({ to, mayReplace })
    : files.backUp({ teamId, to, mayReplace });
}
