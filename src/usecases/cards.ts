import type { TeamId } from "../rules/people.ts";
import type { ProfileId } from "../rules/profile.ts";
import type { Card } from "../stores/card-store.ts";
import type { Deps } from "./permit.ts";

/** How many of a profile's cards are kept current: Slack lets an app change some 50 messages a minute. */
const mostCards = 20;

/** Remembers a card that the app itself has posted for somebody who may see the profile. */
export function rememberCard(deps: Deps, teamId: TeamId, card: Card): Promise<void> {
  return deps.cardsOf(teamId).add(card);
}

/** The newest cards of a profile. */
export async function listCards(deps: Deps, teamId: TeamId, profile: ProfileId): Promise<readonly Card[]> {
  return (await deps.cardsOf(teamId).of(profile)).slice(0, mostCards);
}

/** Lets go of a card that Slack does not let the app change any more. */
export function forgetCard(deps: Deps, teamId: TeamId, card: Card): Promise<void> {
  return deps.cardsOf(teamId).forget(card);
}
