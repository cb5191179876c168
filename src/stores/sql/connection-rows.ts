import { z } from "zod";
import { Fault } from "../../errors.ts";
import { ConnectionState } from "../../rules/connection.ts";
import { UserId } from "../../rules/people.ts";
import type { Connection } from "../connection-store.ts";
import type { ControlTables } from "./tables.ts";

type Row = Pick<ControlTables["connections"], "shown_key" | "connected_by" | "connected_at" | "state">;

/** What a workspace is joined with; each column is null where it has no connection. */
export type JoinedConnection = { readonly [Column in keyof Row]: Row[Column] | null };

const Stored = z.object({
  shown_key: z.string(),
  connected_by: UserId,
  connected_at: z.string(),
  state: ConnectionState,
});

/** A state that this version does not know is not guessed at. */
export function toConnection(row: JoinedConnection): Connection {
  const stored = Stored.safeParse(row);
  if (!stored.success) throw new Fault("store-newer", "this version cannot read a connection with Kashew");
  const { shown_key: shownKey, connected_by: connectedBy, connected_at: connectedAt, state } = stored.data;
  return { shownKey, connectedBy, connectedAt, state };
}
