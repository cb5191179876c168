import type { CopiedFile } from "./data-files.ts";

export interface FileReport {
  readonly path: string;
  readonly bytes: number;
  /** The migrations it went through, in their order. */
  readonly migrations: readonly string[];
  /** What is wrong with it. */
  readonly trouble?: string;
}

/** The state of one data folder, damaged or not. */
export interface DataReport {
  readonly folder: string;
  /** Why nothing can be written there. */
  readonly trouble?: string;
  readonly isBotRunning: boolean;
  readonly files: readonly FileReport[];
  /** Whatever else lies beside the workspaces' files. */
  readonly copies: readonly CopiedFile[];
  /** Rows of the control file that this version cannot serve, a sentence each. */
  readonly rows: readonly string[];
}
