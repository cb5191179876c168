import type { ModalView, PlainTextOption } from "@slack/types";
import type { Person, Standing, TeamId, UserId } from "../../rules/people.ts";
import type { ListAsk } from "../../stores/profile-store.ts";
import type { Refused } from "../../usecases/permit.ts";
import type { Message, Notice } from "../notice.ts";
import type { TokenReport } from "../web-api/ask-token.ts";
import type { Redrawn } from "./stage.ts";

/** What a listener answers; where it is shown depends on where the person is, and `listen.ts` knows that. */
export type Answer =
  | { readonly kind: "message"; readonly message: Message }
  /** `inPlace` replaces the modal in which a button was pressed; otherwise a view is put on top of it. */
  | {
      readonly kind: "view";
      readonly view: ModalView;
      readonly inPlace?: boolean;
      /** Replaces the modal that lies beneath it, which would show what was before. */
      readonly beneath?: ModalView | undefined;
      /** What was done, which is said where the view cannot be shown: the modal was closed meanwhile, or Slack refuses. */
      readonly told?: Notice;
    }
  /** `inPlace` takes the place of what holds the pressed button, which was another notice. */
  | {
      readonly kind: "notice";
      readonly notice: Notice;
      readonly inPlace?: boolean;
      /** What follows once the person sees the answer. What breaks there changes nothing for them. */
      readonly afterwards?: () => Promise<void>;
    }
  /** Takes the place of the message of the app's whose button was pressed. */
  | { readonly kind: "card"; readonly message: Message; readonly afterwards?: () => Promise<void> }
  /**
   * The form in which something was chosen, with other words of ours and the same inputs, so that what is chosen in it
   * meanwhile counts. Dropped where the form shows something newer, is closed, or Slack is busy: the next choice brings
   * it again.
   */
  | {
      readonly kind: "form";
      readonly view: ModalView;
      /** Those words stand there already. */
      readonly isShown: boolean;
    }
  /**
   * The same form with other inputs, which no later choice would bring. Where it is not shown nothing in the form has
   * changed: `notice` says so, and is missing where there is no such form any more. A busy Slack is a `Fault`, beside which
   * `again` says how the same is chosen once more. What breaks in `afterwards` changes nothing for the person, who sees the
   * form.
   */
  | {
      readonly kind: "fill";
      readonly again: string;
      fill(
        redraw: (view: ModalView) => Promise<Redrawn>,
      ): Promise<
        | { readonly isShown: true; readonly afterwards: () => Promise<void> }
        | { readonly isShown: false; readonly notice?: Notice }
      >;
    }
  /** The app's home, in which the button was pressed, with another part of the list. */
  | { readonly kind: "home"; readonly ask: ListAsk }
  /** In the place of what holds the pressed button. */
  | LateAnswer
  /** There is nothing to show. */
  | { readonly kind: "nothing" }
  | Refused;

export type SubmissionAnswer =
  | ShownAnswer
  | { readonly kind: "errors"; readonly errors: Readonly<Record<string, string>> }
  | LateAnswer
  | Refused;

/** What takes longer than people wait for without a word: `meanwhile` stands there until it is known. */
export interface LateAnswer {
  readonly kind: "late";
  readonly meanwhile: Notice;
  /** `show` puts another word in the place of `meanwhile`, where a modal is open. */
  answer(show: (notice: Notice) => Promise<void>): Promise<ShownAnswer | Refused>;
  /** What is shown after something broke, or was refused, for `reason`: nothing of what was typed is lost. */
  failed(reason: string): ShownAnswer;
}

/** `told` says the same where no modal is open. */
export interface ShownAnswer {
  readonly kind: "view";
  readonly view: ModalView;
  readonly told: Notice;
}

export type OptionsAnswer = { readonly kind: "options"; readonly options: PlainTextOption[] } | Refused;

/** What one command or button comes down to, once it is read. */
export interface Work {
  /** The title of the modal that it opens, for the moment in which it is not known yet who asks. */
  readonly opens?: string;
  /** The command that asks the same again. */
  readonly again?: string;
  /** Asks Slack anew who this is, whatever is remembered. */
  readonly isWrite?: boolean;
  /** Nobody has asked for it: what hinders it is said in the log alone. */
  readonly isAside?: boolean;
  /**
   * Of a menu that opens something: draws the message in which it stands anew with another menu, once it is done. Slack
   * goes on showing what was chosen, and tells of no choice of what is shown already.
   */
  readonly renews?: Work;
  answer(actor: Person, place: Workplace): Promise<Answer>;
}

interface People {
  /** Who installed the app here, as far as it is known, and as long as they are a full member. */
  installer(): Promise<UserId | undefined>;
  /** What Slack says now of who this is here. */
  standingOf(userId: UserId): Promise<Standing>;
  /** Empty when Slack does not say. */
  nameOf(userId: UserId): Promise<string>;
}

/** A message of the app's, as Slack names it. */
interface PostedMessage {
  readonly channel: string;
  readonly ts: string;
}

type PostAnswer =
  | ({ readonly kind: "kept" } & PostedMessage)
  | { readonly kind: "passing" }
  /** Slack does not let the app post there. */
  | { readonly kind: "refused" };

/** The installation in which something was done. */
export interface Workplace extends People {
  readonly teamId: TeamId;
  /**
   * Who looks after the app: whoever installed it, the owners, the admins, then up to five of `named`. All of them are
   * full members, as far as Slack says in time.
   */
  adminsWith(named: readonly UserId[], options?: { withinMs: number }): Promise<readonly UserId[]>;
  /** Puts something else in the place of a message of the app's; false where Slack never lets us again. */
  rewrite(message: PostedMessage, by: Message): Promise<boolean>;
  /** Writes to one person as the app. */
  message(userId: UserId, message: Message): Promise<PostedMessage>;
  /** What Slack says of its token now. */
  askToken(): Promise<TokenReport>;
}

/** One submitted form. */
export interface Submission {
  /** The field under which is said what has no field of its own. Missing where the form has none. */
  readonly firstInput?: string;
  /** How a sentence begins that says why it was not done, such as "Not saved." */
  readonly undone: string;
  answer(actor: Person, channels: Channels): Promise<SubmissionAnswer>;
}

export interface Channels extends People {
  /**
   * Posts for everybody in a channel that was chosen in the form: `kept` where the app can rewrite it later, else
   * `passing`.
   */
  post(
    channelId: string,
    message: { readonly kept: Message; readonly passing: Message },
  ): Promise<PostAnswer>;
  /** Puts something else in the place of what was posted; false where Slack does not let us. */
  rewrite: Workplace["rewrite"];
  /** Notes for the log what broke beside what was done, which stays done. */
  failed(thrown: unknown): void;
}
