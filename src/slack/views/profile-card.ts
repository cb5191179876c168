import type { UserId } from "../../rules/people.ts";
import type { Profile } from "../../rules/profile.ts";
import { ProfileId } from "../../rules/profile.ts";
import { profileOf } from "../../rules/revision.ts";
import type { ArchivedProfile } from "../../stores/profile-archive.ts";
import { actions, button, context, dateOf, header, markup, messageText, plain } from "../blocks.ts";
import type { Message } from "../notice.ts";
import { profileList } from "./list-controls.ts";
import { drawTargets, targetRemarks, targetsOf } from "./profile-targets.ts";
import { companyFields, shownNameOf, stateOf } from "./profile-words.ts";

export const profileCard = { refresh: "card-refresh" } as const;

interface Card {
  readonly profile: Profile | ArchivedProfile;
  readonly sharedBy: { readonly id: UserId; readonly name: string };
  /** When the profile was so, ISO 8601. Missing on a card that is kept current. */
  readonly asOf?: string;
}

/** A profile in a channel, for everybody there. Names are plain text: a mention would notify. */
export function drawProfileCard({ profile: kept, sharedBy, asOf }: Card): Message {
  const isArchived = "isArchived" in kept;
  const profile = isArchived ? profileOf(kept) : kept;
  const by = sharedWords(sharedBy.name);
  const changed = isArchived ? "Out of the list since" : "Last changed";
  const when =
    asOf === undefined
      ? dateOf(profile.changedAt, `${changed} {date_short_pretty} at {time}`)
      : dateOf(asOf, "As of {date_short_pretty} at {time}");
  const state = isArchived ? "Archived" : stateOf(profile);
  return {
    text: messageText(
      `${by}: ${shownNameOf(profile)}${isArchived ? " (archived)" : ""}. ${targetsOf(profile, companyFields)}`,
    ),
    blocks: [
      context("card-by", plain(by)),
      header("card-name", profile.name),
      drawTargets("card-targets", profile),
      context(
        "card-as-of",
        markup(`${state} · ${when}`),
        ...targetRemarks(profile).map((remark) => plain(remark)),
      ),
      actions(
        "card-do",
        button(profileList.details, {
          text: "Details",
          value: profile.id,
          label: `Details of ${profile.name}`,
        }),
        ...(asOf === undefined
          ? []
          : [
              button(profileCard.refresh, {
                text: "Refresh",
                value: `${profile.id} ${sharedBy.id}`,
                label: `Refresh ${profile.name}`,
              }),
            ]),
      ),
    ],
  };
}

/** In the place of a card whose profile was deleted for good. */
export function drawDeletedCard(sharedBy: string): Message {
  const text = `${sharedWords(sharedBy)}, which was deleted since.`;
  return { text: messageText(text), blocks: [context("card-deleted", plain(text))] };
}

function sharedWords(name: string): string {
  return `${name === "" ? "A member of this workspace" : name} shared an ICP profile`;
}

/** What Refresh carries, which the client can forge. */
export function readRefresh(value: string): { profile: ProfileId; sharedBy: string } | undefined {
  const [id, sharedBy = ""] = value.split(" ");
  const profile = ProfileId.safeParse(id);
  return profile.success ? { profile: profile.data, sharedBy } : undefined;
}
