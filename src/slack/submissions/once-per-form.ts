import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { atMost } from "../../at-most.ts";
import type { Fault } from "../../errors.ts";
import { toFault } from "../../errors.ts";
import type { Person } from "../../rules/people.ts";
import type { Channels, SubmissionAnswer } from "../listening/answer.ts";
import type { SubmissionPayload } from "../listening/payloads.ts";
import type { FormState } from "../views/read-profile-form.ts";

type Submit = (actor: Person, payload: SubmissionPayload, channels: Channels) => Promise<SubmissionAnswer>;

/**
 * One answer for each form as it is filled in, however often it is pressed. What came to nothing may be tried again, unless `mayBeDone`
 * says of a fault that it is not known.
 */
export function oncePerForm(
  submit: Submit,
  { mayBeDone = () => false }: { mayBeDone?: (fault: Fault) => boolean } = {},
): Submit {
  const answered = new LRUCache<string, Promise<SubmissionAnswer>>(atMost(1000));
  return (actor, payload, channels) => {
    // Several forms may stand in one modal after each other; each is another content, with a hash of its own.
    const { id, hash = "", state } = payload.view;
    const key = `${actor.teamId}:${actor.userId}:${id}:${hash}:${digestOf(state.values)}`;
    const before = answered.get(key);
    if (before !== undefined) return before;
    const answer = submit(actor, payload, channels);
    answered.set(key, answer);
    answer.then(
      ({ kind }) => kind !== "view" && answered.delete(key),
      (thrown) => !mayBeDone(toFault(thrown)) && answered.delete(key),
    );
    return answer;
  };
}

/** What is typed changes no hash of Slack's. */
function digestOf(values: FormState): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("base64url");
}
