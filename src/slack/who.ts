import type { WebClient } from "@slack/web-api";
import type { Actor, Standing, TeamId, UserId } from "../rules/people.ts";
import type { Directory } from "./directory.ts";
import type { CommandPayload } from "./payloads.ts";

/** The workspace that the bot's token belongs to. */
export interface Identity {
  readonly teamId: TeamId;
  readonly teamName: string;
  readonly enterpriseId: string | undefined;
  readonly botUserId: string;
  readonly botId: string | undefined;
}

/** Who did something in Slack, as the payload names them. */
export interface Sender {
  readonly userId: UserId;
  /** The workspace, or the organization, that the person is at home in. */
  readonly home: string | undefined;
  /** The organization in which it happened. */
  readonly enterpriseId: string | undefined;
}

export interface Who {
  /** Already known, so that nothing has to be looked up before an answer. */
  readonly known: Actor | undefined;
  ask(options?: { anew?: boolean }): Promise<Actor>;
}

export function senderOfCommand({ user_id, team_id, enterprise_id }: CommandPayload): Sender {
  return { userId: user_id, home: team_id, enterpriseId: enterprise_id };
}

export function senderOfInteraction(payload: {
  user: { id: UserId; team_id?: string | undefined };
  team?: { id: string } | null | undefined;
  enterprise?: { id: string } | null | undefined;
}): Sender {
  return {
    userId: payload.user.id,
    home: payload.user.team_id ?? payload.team?.id,
    enterpriseId: payload.enterprise?.id,
  };
}

/** Somebody at home elsewhere is a stranger whatever Slack would say: `is_stranger` is false in a shared channel. */
export function whoIs(
  { userId, home, enterpriseId }: Sender,
  { identity, directory, client }: { identity: Identity; directory: Directory; client: WebClient },
): Who {
  const { teamId } = identity;
  const actor = (standing: Standing): Actor => ({ kind: "slack", teamId, userId, standing });
  const sameOrganization = identity.enterpriseId !== undefined && identity.enterpriseId === enterpriseId;
  const isAtHome = home === teamId || sameOrganization;
  if (!isAtHome) {
    const stranger = actor("stranger");
    return { known: stranger, ask: async () => stranger };
  }
  const remembered = directory.known({ teamId, userId });
  return {
    known: remembered === undefined ? undefined : actor(remembered),
    ask: async (options) => actor(await directory.standingOf({ client, teamId, userId }, options)),
  };
}
