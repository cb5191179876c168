import type { TeamId } from "../rules/people.ts";
import type { Profile, ProfileId } from "../rules/profile.ts";
import type { Card } from "../stores/card-store.ts";
import type { ArchivedProfile } from "../stores/profile-archive.ts";
import type { Deps } from "./permit.ts";

/** How many of a profile's cards are kept current: Slack lets an app change some 50 messages a minute. */
const mostCards = 20;
/** As many as are changed before it is looked again. */
const mostBehind = 50;

/** Remembers a card that the app itself has posted for somebody who may see the profile. */
export function rememberCard(
  deps: Deps,
  teamId: TeamId,
  { card, shown }: { card: Card; shown: number },
): Promise<void> {
  return deps.cardsOf(teamId).add({ ...card, shown }, mostCards);
}

/** A card that does not show what is, and what it is to show: nothing but that it was deleted, or the profile. */
export type CardToChange = { readonly card: Card } & (
  | { readonly kind: "deleted" }
  /** `isKept` where it is going to follow the profile in future, too. */
  | { readonly kind: "changed"; readonly profile: Profile | ArchivedProfile; readonly isKept: boolean }
);

/** Cards that are left alone for now. */
export interface LeftAlone {
  readonly resting: number;
  isResting(card: Card): boolean;
}

/** Whoever made the change, and through whichever door. */
export async function findCardsBehind(
  deps: Deps,
  teamId: TeamId,
  { resting, isResting }: LeftAlone,
): Promise<readonly CardToChange[]> {
  // However many rest, they leave room for the others.
  const all = await deps.cardsOf(teamId).behind(mostBehind + resting);
  const behind = all.filter((card) => !isResting(card));
  const found = new Map<ProfileId, ReturnType<typeof findHere>>();
  const changes = behind.map(async ({ why, ...card }): Promise<CardToChange> => {
    if (why === "deleted") return { kind: "deleted", card };
    const { profile: id } = card;
    const finding = found.get(id) ?? findHere(deps, teamId, id);
    found.set(id, finding);
    const profile = await finding;
    return profile === undefined
      ? { kind: "deleted", card }
      : { kind: "changed", card, profile, isKept: why === "changed" };
  });
  return Promise.all(changes);
}

/** A card shows this profile now. */
export function noteCardShown(deps: Deps, teamId: TeamId, { card, shown }: { card: Card; shown: number }) {
  return deps.cardsOf(teamId).show(card, shown);
}

/** Lets go of a card that the app does not change any more. */
export function forgetCard(deps: Deps, teamId: TeamId, card: Card): Promise<void> {
  return deps.cardsOf(teamId).forget(card);
}

/** Cards follow what is kept in the workspace itself; Kashew does not tell of changes. */
async function findHere(
  deps: Deps,
  teamId: TeamId,
  id: ProfileId,
): Promise<Profile | ArchivedProfile | undefined> {
  const profiles = deps.profilesOf({ teamId });
  return (await profiles.find(id)) ?? profiles.archive?.find(id);
}
