import type { Person } from "../../rules/people.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Channels, SubmissionAnswer } from "../listening/answer.ts";
import type { SubmissionPayload } from "../listening/payloads.ts";
import { drawSentence, noticeModal } from "../notice.ts";
import { archivedMeanwhile } from "../views/form-as-new.ts";
import { drawProfileCard } from "../views/profile-card.ts";
import { readShareForm, shareForm } from "../views/share-form.ts";
import { oncePerForm } from "./once-per-form.ts";

/** Share in the share form: one card, however often it is pressed. */
export function shareProfile(usecases: UseCases, now: () => number) {
  // What was posted counts, and what may have been; anything else may be tried again.
  return oncePerForm(share, { mayBeDone: ({ code }) => code === "post-unconfirmed" });

  async function share(
    actor: Person,
    { view }: SubmissionPayload,
    channel: Channels,
  ): Promise<SubmissionAnswer> {
    const asked = readShareForm(view.private_metadata, view.state.values);
    if (asked === undefined) return refuse("Choose a channel. If one is chosen, open this form anew.");
    const answer = await usecases.showProfile(actor, { id: asked.profile, action: "share" });
    if (answer.kind === "refused") return answer;
    if (answer.kind === "archived") return refuse(`${archivedMeanwhile} Restored, it can be shared.`);
    if (answer.kind === "gone") return refuse("This profile isn’t there any more.");
    const { profile, canChange } = answer;
    const sharedBy = { id: actor.userId, name: await channel.nameOf(actor.userId) };
    const passing = drawProfileCard({ profile, sharedBy, asOf: new Date(now()).toISOString() });
    // Kashew does not tell of changes: a card of a profile there says of when it is.
    const posted = await channel.post(asked.channel, {
      kept: canChange ? drawProfileCard({ profile, sharedBy }) : passing,
      passing,
    });
    if (posted.kind === "refused") {
      return refuse("Slack doesn’t let this app post there. Choose another channel.");
    }
    if (posted.kind === "kept" && canChange) {
      const { channel: channelId, ts } = posted;
      const card = { channel: channelId, ts, profile: profile.id, sharedBy: actor.userId };
      try {
        await usecases.rememberCard(actor.teamId, { card, shown: profile.revision });
      } catch (thrown) {
        // It is posted. One that will not follow its profile says of when it is.
        channel.failed(thrown);
        await channel.rewrite(card, passing).catch((again: unknown) => channel.failed(again));
      }
    }
    const shared = drawSentence(
      "Shared",
      `“${profile.name}” is shared. Everybody in the channel can read it.`,
    );
    return { kind: "view", view: noticeModal(shared), told: shared };
  }
}

function refuse(sentence: string): SubmissionAnswer {
  return { kind: "errors", errors: { [shareForm.channel]: sentence } };
}
