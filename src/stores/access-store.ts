import type { AccessSettings, SetAccess } from "../rules/access.ts";
import type { UserId } from "../rules/people.ts";

/** What is set of who may do what. `revision` is 0 until somebody sets anything. */
export interface KeptAccess {
  readonly revision: number;
  readonly set: SetAccess;
  /** Whose change was the last one. */
  readonly changedBy?: UserId;
}

export interface SetAccessAsk {
  /** The revision that `change` was made from, when `was` held. */
  readonly revision: number;
  readonly was: AccessSettings;
  readonly change: SetAccess;
  readonly by: UserId;
  readonly at: Date;
}

export type SetAccessAnswer =
  | { readonly kind: "set" }
  /** Somebody was faster, and nothing was written. */
  | { readonly kind: "stale" };

type RequestState = "open" | "allowed" | "denied" | "withdrawn";

/** A message of the app's to an admin, as Slack names it. */
export interface RequestCopy {
  readonly channel: string;
  readonly ts: string;
}

/** That somebody asks to hold `icp:write`. */
export interface AccessRequest {
  readonly id: string;
  readonly by: UserId;
  /** UTC, ISO 8601. */
  readonly askedAt: string;
  readonly state: RequestState;
  /** Who allowed, denied or withdrew it, and when. */
  readonly closedBy?: UserId;
  readonly closedAt?: string;
  /** When the person was told of the answer, where they were. */
  readonly toldAt?: string;
  /** What the admins got. */
  readonly copies: readonly RequestCopy[];
}

export interface CloseRequestAsk {
  readonly id: string;
  readonly state: Exclude<RequestState, "open">;
  readonly by: UserId;
  readonly at: Date;
  /** What holds where nothing is set. */
  readonly defaults: AccessSettings;
}

/** Nothing was written unless it is `closed`. */
export type CloseRequestAnswer =
  | { readonly kind: "closed"; readonly request: AccessRequest }
  /** Somebody did before, and their answer holds. */
  | { readonly kind: "closed-before"; readonly request: AccessRequest }
  | { readonly kind: "gone" }
  /** No more people can be chosen. */
  | { readonly kind: "full" };

/** Who may do what in one workspace. Each method is one atomic step, told in the history; what breaks is a `Fault`. */
export interface AccessStore {
  read(): Promise<KeptAccess>;
  set(ask: SetAccessAsk): Promise<SetAccessAnswer>;
  /** Opens a request; `isNew` is false where the person has an open one, which is answered. */
  request(ask: {
    readonly by: UserId;
    readonly at: Date;
  }): Promise<{ readonly request: AccessRequest; readonly isNew: boolean }>;
  findRequest(id: string): Promise<AccessRequest | undefined>;
  /** Those that nobody has answered, the oldest first. */
  openRequests(): Promise<readonly AccessRequest[]>;
  addCopies(id: string, copies: readonly RequestCopy[]): Promise<void>;
  /** Closes an open request; allowing it lets the person write. */
  close(ask: CloseRequestAsk): Promise<CloseRequestAnswer>;
  /** Notes that the person was told of the answer. */
  noteTold(id: string, at: Date): Promise<void>;
}
