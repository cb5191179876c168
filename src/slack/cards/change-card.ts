import { toFault } from "../../errors.ts";
import type { Log } from "../../log.ts";
import type { TeamId } from "../../rules/people.ts";
import type { CardToChange } from "../../usecases/cards.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Installations } from "../install/installations.ts";
import type { Message } from "../notice.ts";
import { drawDeletedCard, drawProfileCard } from "../views/profile-card.ts";
import { rewriteWith } from "../web-api/channel-post.ts";
import type { Directory } from "../web-api/directory.ts";
import { slackErrorOf } from "../web-api/web-fault.ts";
import type { CardRests } from "./card-rests.ts";

/** Slack answers these of whichever card it is asked. */
const ofAll = [
  "access_denied",
  "accesslimited",
  "account_inactive",
  "invalid_auth",
  "missing_scope",
  "not_authed",
  "org_login_required",
  "ratelimited",
  "request_timeout",
  "service_unavailable",
  "team_added_to_org",
  "token_expired",
  "token_revoked",
];

export interface ChangeCardDeps {
  readonly usecases: Pick<UseCases, "findOrganization" | "findCardsBehind" | "forgetCard" | "noteCardShown">;
  readonly installations: Pick<Installations, "find" | "isReady">;
  readonly directory: Pick<Directory, "nameOf">;
  readonly log: Log;
  readonly now: () => number;
}

interface Turn {
  mayChange(): boolean;
  readonly rests: CardRests;
}

/** Changes the cards of a workspace that are behind and do not rest; false where some are left, as `mayChange` has it. */
export async function changeCards(
  teamId: TeamId,
  { usecases, installations, directory, log, now, mayChange, rests }: ChangeCardDeps & Turn,
): Promise<boolean> {
  if (!installations.isReady) return false;
  const at = now();
  const behind = await usecases.findCardsBehind(teamId, rests);
  const letGo = () => {
    rests.forgetDue(at);
    return true;
  };
  if (behind.length === 0) return letGo();
  const enterpriseId = await usecases.findOrganization(teamId);
  const installation = await installations.find({ teams: [teamId], enterpriseId });
  // Nobody is there whose cards those are; they are looked at again when something is changed.
  if (installation === undefined) return letGo();
  const { client } = installation;
  const rewrite = rewriteWith(client);
  for (const change of behind) {
    if (!mayChange()) return false;
    const name = await directory.nameOf({ ...installation, userId: change.card.sharedBy });
    const isRewritten = await rewrite(change.card, draw(change, name)).catch(unlessOfAll(change));
    if (isRewritten === undefined) continue;
    rests.forget(change.card);
    const follows = isRewritten && change.kind === "changed" && change.isKept;
    if (follows) await usecases.noteCardShown(teamId, { card: change.card, shown: change.profile.revision });
    else await usecases.forgetCard(teamId, change.card);
  }
  return false;

  /** A card that cannot be changed now hinders no other one. */
  function unlessOfAll({ card }: CardToChange) {
    return (thrown: unknown): undefined => {
      const fault = toFault(thrown);
      const error = slackErrorOf(fault.cause);
      if (error === undefined || ofAll.includes(error)) throw fault;
      log.warn({ err: fault, team: teamId, channel: card.channel }, "a card is not brought up to date yet");
      rests.rest(card);
    };
  }

  function draw(change: CardToChange, name: string): Message {
    if (change.kind === "deleted") return drawDeletedCard(name);
    const { profile, card, isKept } = change;
    // What is not kept current says of when it is, and has a button that makes it so.
    const asOf = isKept ? {} : { asOf: new Date(now()).toISOString() };
    return drawProfileCard({ profile, sharedBy: { id: card.sharedBy, name }, ...asOf });
  }
}
