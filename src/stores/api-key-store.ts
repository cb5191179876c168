import type { KeyName, KeyScope } from "../rules/api-key.ts";
import type { Doer, TeamId } from "../rules/people.ts";
import type { Workspace } from "./workspace-store.ts";

/** What is kept of a key, which is all but the key. */
export interface ApiKey {
  readonly name: KeyName;
  readonly teamId: TeamId;
  readonly scopes: readonly KeyScope[];
  readonly madeBy: Doer;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
  /** A minute older at most than its last use; missing until it is used. */
  readonly lastUsedAt?: string;
}

export interface MakeKeyAsk {
  readonly teamId: TeamId;
  readonly scopes: readonly KeyScope[];
  readonly by: Doer;
  readonly at: Date;
}

export type MadeKey =
  /** `secret` is the whole key, which nobody can say again. */
  | { readonly kind: "made"; readonly apiKey: ApiKey; readonly secret: string }
  /** The workspace has as many as it may. */
  | { readonly kind: "full" };

interface RecognizedKey {
  readonly apiKey: ApiKey;
  readonly workspace: Workspace | undefined;
}

/** The keys to the REST API, of all workspaces. Each method is one atomic step; what breaks is a `Fault`. */
export interface ApiKeyStore {
  make(ask: MakeKeyAsk): Promise<MadeKey>;
  /** A workspace's keys, the newest first. */
  of(teamId: TeamId): Promise<readonly ApiKey[]>;
  /** Which key this is, where it is one, and of which workspace, if that is known; notes that it was used. */
  recognize(secret: string, at: Date): Promise<RecognizedKey | undefined>;
  /** False where the workspace has no such key. */
  revoke(ask: { readonly teamId: TeamId; readonly name: KeyName }): Promise<boolean>;
  /** Whether any workspace has a key. */
  hasAny(): Promise<boolean>;
}
