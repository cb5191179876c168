import type { Person, TeamId, UserId } from "../rules/people.ts";
import type { AccessRequest, RequestCopy } from "../stores/access-store.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export type RequestAccessAnswer =
  | Refused
  /** `icpAdmins` are those whom the workspace names, and are to be told too. */
  | {
      readonly kind: "asked";
      readonly request: AccessRequest;
      readonly icpAdmins: readonly UserId[];
    }
  | { readonly kind: "asked-already"; readonly request: AccessRequest }
  /** Nothing has to be asked for. */
  | { readonly kind: "held" };

/** How long a request may be on its way to the admins. */
const sendingMs = 60_000;

/** Asks for the scope that the actor lacks. One request of a person is open at a time. */
export async function requestAccess(deps: Deps, actor: Person): Promise<RequestAccessAnswer> {
  const permission = await permit(deps, actor, "create");
  if (permission.kind === "permitted") return { kind: "held" };
  if (permission.missing.kind !== "scope") return permission;
  const ask = { by: actor.userId, at: deps.now() };
  const { request, isNew } = await deps.accessOf(actor.teamId).request(ask);
  // One that has reached nobody was on its way when the app was stopped.
  const isLost = request.copies.length === 0 && ask.at.getTime() - Date.parse(request.askedAt) > sendingMs;
  return isNew || isLost
    ? { kind: "asked", request, icpAdmins: permission.access.icpAdmins }
    : { kind: "asked-already", request };
}

/** Remembers what the admins got, to bring it up to date later, and answers the request as it stands then. */
export async function rememberCopies(
  deps: Deps,
  teamId: TeamId,
  { id, copies }: { id: string; copies: readonly RequestCopy[] },
): Promise<AccessRequest | undefined> {
  const store = deps.accessOf(teamId);
  await store.addCopies(id, copies);
  return store.findRequest(id);
}
