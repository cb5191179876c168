import type { Person, Standing, UserId } from "../../rules/people.ts";
import type { Installation, Whereabouts } from "../install/installations.ts";
import type { Directory } from "../web-api/directory.ts";
import type { CommandPayload, EventPayload } from "./payloads.ts";

/** Who did something in Slack, as the payload names them. */
export interface Sender extends Whereabouts {
  readonly userId: UserId;
  /** The workspace, or the organization, that the person is at home in. */
  readonly home: string | undefined;
}

export interface Who {
  /** Already known, so that nothing has to be looked up before an answer. */
  readonly known: Person | undefined;
  ask(options?: { anew?: boolean }): Promise<Person>;
}

export function senderOfCommand({ user_id, team_id, team_domain, enterprise_id }: CommandPayload): Sender {
  return {
    userId: user_id,
    home: team_id,
    enterpriseId: enterprise_id,
    teams: [team_id],
    teamName: team_domain,
  };
}

/** Who is meant by an event that Slack tells an installation of. */
export function senderOfEvent(
  { team_id, enterprise_id, authorizations }: EventPayload,
  userId: UserId,
): Sender {
  const [first] = authorizations ?? [];
  const team = team_id ?? undefined;
  return {
    userId,
    home: team,
    enterpriseId: enterprise_id ?? first?.enterprise_id ?? undefined,
    teams: [first?.team_id ?? undefined, team],
  };
}

export function senderOfInteraction(payload: {
  user: { id: UserId; team_id?: string | undefined };
  team?: { id: string; domain?: string | undefined } | null | undefined;
  enterprise?: { id: string } | null | undefined;
  view?:
    | {
        drawn_for?: string | undefined;
        app_installed_team_id?: string | undefined;
        team_id?: string | undefined;
      }
    | null
    | undefined;
  message?: { team?: string | undefined } | undefined;
}): Sender {
  const { user, team, enterprise, view, message } = payload;
  return {
    userId: user.id,
    home: user.team_id ?? team?.id,
    enterpriseId: enterprise?.id,
    teams: [
      view?.drawn_for,
      view?.app_installed_team_id,
      view?.team_id,
      message?.team,
      team?.id,
      user.team_id,
    ],
    teamName: team?.domain,
  };
}

/** Somebody at home elsewhere is a stranger whatever Slack would say: `is_stranger` is false in a shared channel. */
export function whoIs(
  { userId, home, enterpriseId }: Sender,
  { installation, directory }: { installation: Installation; directory: Directory },
): Who {
  const { teamId, installedBy } = installation;
  const isInstaller = userId === installedBy;
  const actor = (standing: Standing): Person => ({ kind: "slack", teamId, userId, standing, isInstaller });
  const sameOrganization =
    installation.enterpriseId !== undefined && installation.enterpriseId === enterpriseId;
  const isAtHome = home === teamId || sameOrganization;
  if (!isAtHome) {
    const stranger = actor("stranger");
    return { known: stranger, ask: async () => stranger };
  }
  const remembered = directory.known({ teamId, userId });
  return {
    known: remembered === undefined ? undefined : actor(remembered),
    ask: async (options) => actor(await directory.standingOf({ ...installation, userId }, options)),
  };
}
