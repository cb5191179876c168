import { toFault } from "../errors.ts";
import { KashewKey } from "../rules/connection.ts";
import type { Person, TeamId, UserId } from "../rules/people.ts";
import type { Connection } from "../stores/connection-store.ts";
import { noteOutside } from "./note-outside.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export type ConnectKashewAnswer =
  | Refused
  /** It is no key of Kashew's, and Kashew was not asked. */
  | { readonly kind: "malformed" }
  /** Kashew does not take the key, or its plan includes no profiles. Nothing was kept. */
  | { readonly kind: "key-refused" | "plan-refused" }
  | {
      readonly kind: "connected";
      readonly connection: Connection;
      /** How many there are in Kashew. */
      readonly profiles: number;
      /** How many the workspace keeps itself, which are not shown until it is disconnected. */
      readonly keptHere: number;
      /** As much of the key as may be shown that this one takes the place of. */
      readonly replaced?: string;
      readonly isNoted: boolean;
    };

/** Connects the workspace with Kashew, after the key was tried. */
export async function connectKashew(deps: Deps, actor: Person, typed: string): Promise<ConnectKashewAnswer> {
  const permission = await permit(deps, actor, "administer");
  if (permission.kind === "refused") return permission;
  const key = KashewKey.safeParse(typed);
  if (!key.success) return { kind: "malformed" };
  const tried = await tryKey(deps, key.data);
  if (typeof tried !== "number") return tried;

  const { teamId, userId: by } = actor;
  const { total: keptHere } = await deps.profilesOf({ teamId }).count();
  const connected = await connect(deps, { teamId, key: key.data, by });
  return { kind: "connected", profiles: tried, keptHere, ...connected };
}

/** The same as the operator, in the name of one of its people, with a key that needs no trying. */
export async function connectKashewFor(
  deps: Deps,
  { teamId, key, by }: { teamId: TeamId; key: string; by: UserId },
): Promise<void> {
  await connect(deps, { teamId, key: KashewKey.parse(key), by });
}

async function connect(deps: Deps, { teamId, key, by }: { teamId: TeamId; key: KashewKey; by: UserId }) {
  const before = (await deps.workspaces.find(teamId))?.connection;
  const connection = await deps.connections.connect({ teamId, key, by, at: deps.now() });
  const entry = { kind: "kashew-connected", by, subject: connection.shownKey } as const;
  return {
    connection,
    ...(before && { replaced: before.shownKey }),
    isNoted: await noteOutside(deps, teamId, { ...entry, before: before?.shownKey ?? "" }),
  };
}

/** How many profiles there are, or what Kashew has against the key. */
async function tryKey(
  { kashew }: Deps,
  key: KashewKey,
): Promise<number | Extract<ConnectKashewAnswer, { kind: "key-refused" | "plan-refused" }>> {
  try {
    return await kashew.tryKey(key);
  } catch (thrown) {
    const fault = toFault(thrown);
    if (fault.code === "kashew-key-refused") return { kind: "key-refused" };
    if (fault.code === "kashew-plan") return { kind: "plan-refused" };
    throw fault;
  }
}
