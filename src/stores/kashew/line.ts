import { Fault, toFault } from "../../errors.ts";
import { toKashewDraft } from "../../kashew/own-copy.ts";
import { readListed } from "../../kashew/read-listed.ts";
import type { ConnectionState } from "../../rules/connection.ts";
import type { TeamId } from "../../rules/people.ts";
import type { ProfileDraft } from "../../rules/profile.ts";
import { ProfileId } from "../../rules/profile.ts";
import type { ConnectionStore } from "../connection-store.ts";
import type { SentStore } from "../sent-store.ts";
import type { ClientDeps } from "./client.ts";
import { createKashewClient } from "./client.ts";
import { createListCache } from "./list-cache.ts";
import { toReadList } from "./read-list.ts";

export const path = "/icp-profiles";

export interface LineDeps extends ClientDeps {
  readonly connections: Pick<ConnectionStore, "keyOf" | "setState">;
  sentOf(teamId: TeamId): SentStore;
  /** Told of what broke where it hinders nobody. */
  report(thrown: unknown): void;
}

export type Line = ReturnType<typeof createLine>;

/** One connection's way to Kashew. What Kashew says of the key is noted as the connection's state. */
export function createLine(deps: LineDeps, named: { readonly teamId: TeamId; readonly connectedAt: string }) {
  const { connections, now, report } = deps;
  const sent = deps.sentOf(named.teamId);
  let isRefused = false;
  const client = createKashewClient(deps, async () => {
    const key = await connections.keyOf(named);
    if (key === undefined || isRefused) throw keyRefused();
    return key;
  });
  const lists = createListCache({
    now,
    async read(before) {
      const listed = readListed(await noting("read", () => client.get(path)));
      if (listed === undefined) throw new Fault("kashew-unreadable", "Kashew's answer holds no profiles");
      return toReadList(listed, { copies: await sent.copies(), before });
    },
  });

  return {
    lists,
    sent,
    report,
    requestsThisHour: client.requestsThisHour,
    /** The new profile's id. */
    async create(draft: ProfileDraft): Promise<ProfileId> {
      const answer = await noting("write", () => client.post(path, toKashewDraft(draft)));
      const id = typeof answer === "object" && answer !== null && "id" in answer ? answer.id : undefined;
      const read = ProfileId.safeParse(id);
      if (!read.success) throw new Fault("kashew-unreadable", "Kashew's answer names no profile");
      return read.data;
    },
  };

  async function noting<Answer>(what: "read" | "write", work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (thrown) {
      const fault = toFault(thrown);
      const state = stateAfter(fault, what);
      if (state !== undefined) await note(state);
      throw fault;
    }
  }

  async function note(state: ConnectionState): Promise<void> {
    if (state === "broken") isRefused = true;
    if (state !== "read-only") lists.forget();
    await connections.setState({ ...named, state }).catch(report);
  }
}

export function keyRefused(): Fault {
  return new Fault("kashew-key-refused", "Kashew has refused this key, and is not asked with it again");
}

/** Another scope than the one to write with says nothing of the key that would hold the next time. */
function stateAfter({ code, said }: Fault, what: "read" | "write"): ConnectionState | undefined {
  if (code === "kashew-key-refused") return "broken";
  if (code === "kashew-plan") return "plan";
  const lacksWrite = code === "kashew-scope" && said?.scope === "icp:write";
  return lacksWrite && what === "write" ? "read-only" : undefined;
}
