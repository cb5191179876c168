import type { TeamId } from "../../rules/people.ts";
import type { CardToChange } from "../../usecases/cards.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Installations } from "../install/installations.ts";
import type { Message } from "../notice.ts";
import { drawDeletedCard, drawProfileCard } from "../views/profile-card.ts";
import { rewriteWith } from "../web-api/channel-post.ts";
import type { Directory } from "../web-api/directory.ts";

export interface ChangeCardDeps {
  readonly usecases: Pick<UseCases, "findOrganization" | "findCardsBehind" | "forgetCard" | "noteCardShown">;
  readonly installations: Pick<Installations, "find" | "isReady">;
  readonly directory: Pick<Directory, "nameOf">;
  readonly now: () => number;
}

/** Changes the cards of a workspace that are behind; false where some are left, as `mayChange` has it. */
export async function changeCards(
  teamId: TeamId,
  { usecases, installations, directory, now, mayChange }: ChangeCardDeps & { mayChange: () => boolean },
): Promise<boolean> {
  if (!installations.isReady) return false;
  const behind = await usecases.findCardsBehind(teamId);
  if (behind.length === 0) return true;
  const enterpriseId = await usecases.findOrganization(teamId);
  const installation = await installations.find({ teams: [teamId], enterpriseId });
  // Nobody is there whose cards those are; they are looked at again when something is changed.
  if (installation === undefined) return true;
  const { client } = installation;
  const rewrite = rewriteWith(client);
  for (const change of behind) {
    if (!mayChange()) return false;
    const name = await directory.nameOf({ ...installation, userId: change.card.sharedBy });
    const isRewritten = await rewrite(change.card, draw(change, name));
    const follows = isRewritten && change.kind === "changed" && change.isKept;
    if (follows) await usecases.noteCardShown(teamId, { card: change.card, shown: change.profile.revision });
    else await usecases.forgetCard(teamId, change.card);
  }
  return false;

  function draw(change: CardToChange, name: string): Message {
    if (change.kind === "deleted") return drawDeletedCard(name);
    const { profile, card, isKept } = change;
    // What is not kept current says of when it is, and has a button that makes it so.
    const asOf = isKept ? {} : { asOf: new Date(now()).toISOString() };
    return drawProfileCard({ profile, sharedBy: { id: card.sharedBy, name }, ...asOf });
  }
}
