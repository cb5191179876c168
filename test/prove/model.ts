import type { Workspace } from "./many-workspaces.ts";

/** What a workspace has. */
export interface Model {
  readonly workspace: Workspace;
  /** By name. */
  readonly profiles: Map<string, { id: string; isActive: boolean }>;
  /** How many there were besides. */
  archived: number;
  /** Numbers its forms. */
  next: number;
  /** To its REST API, once somebody has made them. */
  keys?: ModelKeys;
}

export interface ModelKeys {
  readonly write: string;
  readonly read: string;
}

/** Something that is done in a workspace; answers in what way it went otherwise than the model says. */
export interface Operation {
  readonly name: string;
  run(model: Model): Promise<string | undefined>;
}

/** A name that no other profile has had. */
export function newName(model: Model): string {
  model.next += 1;
  return `Segment ${model.workspace.mark} ${model.next}`;
}
