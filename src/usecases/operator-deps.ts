import type { DataFiles } from "../stores/data-files.ts";
import type { Deps } from "./permit.ts";

/** What the operator's use cases work with. */
export interface OperatorDeps extends Deps {
  readonly files: DataFiles;
}
