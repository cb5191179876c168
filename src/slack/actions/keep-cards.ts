import type { TeamId } from "../../rules/people.ts";
import type { Profile } from "../../rules/profile.ts";
import type { Card } from "../../stores/card-store.ts";
import type { ArchivedProfile } from "../../stores/profile-store.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Workplace } from "../listening/answer.ts";
import { drawDeletedCard, drawProfileCard } from "../views/profile-card.ts";

/** Says on them that their profile was deleted, and nothing of what it was. */
export async function sayDeleted(
  cards: readonly Card[],
  { nameOf, rewrite }: Pick<Workplace, "nameOf" | "rewrite">,
): Promise<void> {
  for (const card of cards) await rewrite(card, drawDeletedCard(await nameOf(card.sharedBy)));
}

/** Brings the profile's cards up to date, wherever the app is a member of the channel. */
export async function keepCards(
  usecases: UseCases,
  {
    teamId,
    profile,
    place,
  }: { teamId: TeamId; profile: Profile | ArchivedProfile; place: Pick<Workplace, "nameOf" | "rewrite"> },
): Promise<void> {
  for (const card of await usecases.listCards(teamId, profile.id)) {
    const sharedBy = { id: card.sharedBy, name: await place.nameOf(card.sharedBy) };
    const isRewritten = await place.rewrite(card, drawProfileCard({ profile, sharedBy }));
    if (!isRewritten) await usecases.forgetCard(teamId, card);
  }
}
