import type { Fault } from "../errors.ts";
import type { TeamId } from "../rules/people.ts";

export interface CopiedFile {
  readonly path: string;
  readonly bytes: number;
}

export type BackUpAnswer =
  | { readonly kind: "backed-up"; readonly files: readonly CopiedFile[] }
  /** Some could not be copied, each for a reason of its own; the others were. */
  | { readonly kind: "incomplete"; readonly files: readonly CopiedFile[]; readonly missing: readonly Fault[] }
  /** A file is there already, and nothing was written. */
  | { readonly kind: "in-the-way"; readonly path: string }
  | { readonly kind: "nothing-kept" };

export type RestoreAnswer =
  /** `before` is a copy of what was there. A backup from before files said whose they are is taken for anybody's. */
  | { readonly kind: "restored"; readonly before?: string; readonly isWhoseKnown: boolean }
  /** It is another workspace's, and nothing was changed. */
  | { readonly kind: "foreign"; readonly whose: string }
  /** Nothing was changed. `detail` names the migration or what SQLite found. */
  | {
      readonly kind: "unsound";
      readonly why: "not-a-workspace" | "newer" | "damaged";
      readonly detail: string;
    };

/** What one installation keeps, as files. All of it is safe beside a running bot; what breaks is a `Fault`. */
export interface DataFiles {
  /** Copies a workspace's file as it is at one moment. */
  backUp(ask: {
    readonly teamId: TeamId;
    readonly to: string;
    readonly mayReplace: boolean;
  }): Promise<BackUpAnswer>;
  /** Copies everything that it can into a folder that is laid out as the data folder is. */
  backUpAll(ask: { readonly to: string; readonly mayReplace: boolean }): Promise<BackUpAnswer>;
  /** Puts a backup in the workspace's place, brought to the present schema. */
  restore(ask: { readonly teamId: TeamId; readonly from: string; readonly at: Date }): Promise<RestoreAnswer>;
  /** Deletes the workspace's file and every copy beside it, and those of the control file; answers their paths. */
  remove(teamId: TeamId): Promise<readonly string[]>;
}
