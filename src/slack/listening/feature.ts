import type { Person } from "../../rules/people.ts";
import type { Channels, Submission, SubmissionAnswer, Work } from "./answer.ts";
import type { Route } from "./listen.ts";
import type { ActedView, Action, SubmissionPayload } from "./payloads.ts";

/** The ids of one part of the app, and what answers each. */
export interface Feature {
  /** By action id; what follows a colon in one only tells buttons of a row apart. */
  readonly actions: Readonly<Record<string, Listener>>;
  /** By the view's callback id. */
  readonly forms: Readonly<Record<string, Form>>;
}

/** `value` is the button's, or what was chosen in a menu. Undefined where the id means nothing in that view. */
type Listener = (value: string, view: ActedView | undefined) => Work | undefined;

interface Form extends Pick<Submission, "undone"> {
  /** As in `Submission`; where it depends on the form, a function of its metadata. */
  readonly firstInput?: string | ((metadata: string) => string);
  answer(actor: Person, payload: SubmissionPayload, channels: Channels): Promise<SubmissionAnswer>;
}

/** Finds in all features what answers an id. Ids come from outside: whatever nobody has written here finds nothing. */
export function createLookup(features: readonly Feature[]) {
  const actions = new Map(features.flatMap((feature) => Object.entries(feature.actions)));
  const forms = new Map(features.flatMap((feature) => Object.entries(feature.forms)));
  return {
    action(
      { action_id, value, selected_option, selected_user }: Action,
      view: ActedView | undefined,
    ): Route<Work> | undefined {
      const [did = ""] = action_id.split(":");
      const work = actions.get(did)?.(value ?? selected_option?.value ?? selected_user ?? "", view);
      return work && { did, ...work };
    },
    submission(payload: SubmissionPayload): Route<Submission> | undefined {
      const { callback_id: did, private_metadata } = payload.view;
      const form = forms.get(did);
      if (form === undefined) return undefined;
      const { undone, firstInput, answer } = form;
      const first = typeof firstInput === "function" ? firstInput(private_metadata) : firstInput;
      return {
        did,
        undone,
        ...(first !== undefined && { firstInput: first }),
        answer: (actor, channels) => answer(actor, payload, channels),
      };
    },
  };
}
