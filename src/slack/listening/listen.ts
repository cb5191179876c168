import type { App, MultipleListenerError } from "@slack/bolt";
import { toFault } from "../../errors.ts";
import type { InFlight } from "../../process/in-flight.ts";
import type { Person } from "../../rules/people.ts";
import type { ListAsk } from "../../stores/profile-store.ts";
import { isLink } from "../blocks.ts";
import type { Cards } from "../cards/follow-cards.ts";
import type { Homes } from "../home/homes.ts";
import type { Notice } from "../notice.ts";
import { drawSentence, noticeMessage, noticeModal } from "../notice.ts";
import { createOwnRedraws } from "../own-redraws.ts";
import { underInputs } from "../views/form-fields.ts";
import { readHomeAsk } from "../views/home.ts";
import { drawRemark } from "../views/suggestions.ts";
import { postTo } from "../web-api/channel-post.ts";
import { directMessages } from "../web-api/direct-message.ts";
import { respondOn } from "../web-api/respond.ts";
import type { OptionsAnswer, Submission, Work } from "./answer.ts";
import { answerOptions, answerSubmission, sayOver } from "./answer-in-ack.ts";
import type { BeginDeps } from "./begin.ts";
import { createBegin } from "./begin.ts";
import type { Happening } from "./listen-events.ts";
import { listenForEvents } from "./listen-events.ts";
import type { ActedView, Action, EventPayload } from "./payloads.ts";
import {
  ActionsPayload,
  CommandPayload,
  ShortcutPayload,
  SubmissionPayload,
  SuggestionPayload,
} from "./payloads.ts";
import { perform } from "./perform.ts";
import { actionReplies, commandReplies, shortcutReplies, viewReplies } from "./replies.ts";
import { createStage, isThird, redraw } from "./stage.ts";
import { senderOfCommand, senderOfInteraction } from "./who.ts";

export interface ListenDeps extends BeginDeps {
  readonly inFlight: InFlight;
  readonly homes: Homes;
  readonly cards: Pick<Cards, "followTeam">;
  /** How long Slack may take to carry out the ack of a form. */
  readonly ackSettlesMs: number;
}

/** What answers something, and its name in the log: what was done, and not a letter of what was typed. */
export type Route<Target> = Target & { readonly did: string };

/** What answers which id. Undefined where nothing does: an older version's button, or a forged one. */
export interface Routes {
  command(text: string): Route<Work>;
  /** `view` is the modal or the home in which it was done. */
  action(action: Action, view: ActedView | undefined): Route<Work> | undefined;
  shortcut(callbackId: string): Route<Work> | undefined;
  submission(payload: SubmissionPayload): Route<Submission> | undefined;
  event(payload: EventPayload): Route<Happening> | undefined;
  options(payload: SuggestionPayload): Route<{ answer(actor: Person): Promise<OptionsAnswer> }> | undefined;
}

const outdated = drawSentence(
  "That is outdated",
  "This button or form is from an older version of the app. Start anew with its command.",
);

/**
 * Around everything that arrives from Slack: who asks, the ack, where the answer goes, a fault's words, and one line
 * in the log. One listener for each kind of payload, so that an id that nobody knows is answered too.
 */
export function listen(app: App, routes: Routes, deps: ListenDeps): void {
  const { inFlight, installations, homes, cards, ackSettlesMs } = deps;
  const begin = createBegin(deps);
  const ownRedraws = createOwnRedraws();

  app.command(/.*/, ({ body, ack, respond }) =>
    inFlight.run(async () => {
      const payload = CommandPayload.parse(body);
      const work = routes.command(payload.text);
      const { request, hindrance } = await begin({
        sender: senderOfCommand(payload),
        did: `command ${work.did}`,
      });
      if (request === undefined) return ack({ response_type: "ephemeral", ...asMessage(hindrance) });
      const { client } = request;
      const replies = commandReplies({ ack, respond: respondOn(respond), acked: request.acked });
      const stage = createStage({ client, triggerId: payload.trigger_id, ownRedraws });
      const direct = directMessages(client, payload.user_id);
      await perform(work, { request, stage, replies, direct });
      await replies.end();
      request.end();
    }),
  );

  app.action(/.*/, ({ body, ack, respond }) =>
    inFlight.run(async () => {
      await ack();
      const payload = ActionsPayload.parse(body);
      const [action] = payload.actions;
      const isOwnMessage = payload.container?.is_ephemeral === true;
      const messageReplies = actionReplies({
        respond: payload.response_url === undefined ? undefined : respondOn(respond),
        isOwnMessage,
      });
      const sender = senderOfInteraction(payload);
      const view = payload.view ?? undefined;
      const work = routes.action(action, view) ?? sayOutdated;
      const did = `action ${isLink(action.action_id) ? "link" : work.did}`;
      const { request, hindrance } = await begin({ sender, did });
      if (request === undefined) {
        if (isLink(action.action_id)) return;
        await messageReplies.notice?.(noticeMessage(hindrance)).catch((thrown: unknown) => {
          deps.log.warn({ err: thrown, did }, "whoever is not served could not be told");
        });
        return;
      }
      request.acked();
      // The browser is there already.
      if (isLink(action.action_id)) return request.end();
      const { client } = request;
      const isHome = view?.type === "home";
      const stage = createStage({
        client,
        triggerId: payload.trigger_id,
        current: isHome ? undefined : view,
        ownRedraws,
      });
      const replies = view === undefined ? messageReplies : viewReplies(stage);
      const showHome = isHome ? (ask: ListAsk) => homes.show(sender, ask) : undefined;
      const direct = directMessages(client, payload.user.id);
      await perform(work, { request, stage, replies, showHome, direct });
      if (work.renews !== undefined && isOwnMessage && payload.response_url !== undefined)
        await perform({ ...work.renews, isAside: true }, { request, stage, replies, direct });
      request.end();
      if (isHome) {
        const renews = work.renews !== undefined;
        await homes.used(sender, readHomeAsk(view.private_metadata), { renews });
      }
      await cards.followTeam(request.teamId);
    }),
  );

  app.shortcut(/.*/, ({ body, ack }) =>
    inFlight.run(async () => {
      await ack();
      const payload = ShortcutPayload.parse(body);
      const work = routes.shortcut(payload.callback_id) ?? sayOutdated;
      const { request, hindrance } = await begin({
        sender: senderOfInteraction(payload),
        did: `shortcut ${work.did}`,
      });
      const client = request?.client ?? installations.onlyClient;
      if (client === undefined) return;
      const stage = createStage({ client, triggerId: payload.trigger_id, ownRedraws });
      if (request === undefined) return void (await stage.open(noticeModal(hindrance)));
      request.acked();
      const direct = directMessages(client, payload.user.id);
      await perform(work, { request, stage, replies: shortcutReplies, direct });
      request.end();
    }),
  );

  app.view(/.*/, ({ body, ack, respond }) =>
    inFlight.run(async () => {
      const payload = SubmissionPayload.parse(body);
      const submission = routes.submission(payload);
      const did = `submission ${submission?.did ?? sayOutdated.did}`;
      const { request, hindrance } = await begin({ sender: senderOfInteraction(payload), did });
      const firstField = payload.view.blocks?.find(({ type }) => type === "input")?.block_id;
      const place = { isFull: isThird(payload.view), firstField };
      if (request === undefined || submission === undefined) {
        await ack(sayOver(hindrance ?? outdated, place));
        request?.acked();
        return request?.end();
      }
      const { client, installer, nameOf, standingOf, rewrite } = request;
      await answerSubmission(submission, {
        request,
        place,
        ack: (answer) => ack(request.drawn(underInputs(answer, payload.view.state.values))),
        // Missing where the form asked for no channel.
        channels: {
          installer,
          nameOf,
          standingOf,
          post: postTo({ client, respond: respond && respondOn(respond) }),
          rewrite,
          failed: (thrown) => request.failed(toFault(thrown)),
        },
        redraw: (view) => redraw(client, payload.view, view),
        // Its hash is of the form that was submitted, and not of what the ack made of it.
        replace: (view) => redraw(client, { id: payload.view.id }, view),
        direct: directMessages(client, payload.user.id),
        ackSettlesMs,
      });
      request.end();
      await cards.followTeam(request.teamId);
    }),
  );

  app.view({ callback_id: /.*/, type: "view_closed" }, ({ ack }) => ack());

  app.options(/.*/, ({ body, ack }) =>
    inFlight.run(async () => {
      const payload = SuggestionPayload.parse(body);
      const suggest = routes.options(payload);
      const did = `options ${suggest?.did ?? sayOutdated.did}`;
      const { request, hindrance } = await begin({ sender: senderOfInteraction(payload), did });
      if (request === undefined || suggest === undefined) {
        const { text } = hindrance ?? outdated;
        await ack({ options: [drawRemark(text)] });
      } else {
        await ack({ options: await answerOptions(suggest.answer, request) });
      }
      request?.acked();
      request?.end();
    }),
  );

  listenForEvents(app, (payload) => routes.event(payload), {
    inFlight,
    begin: async (ask) => (await begin(ask)).request,
  });

  app.error(async (error) => {
    const failed = "originals" in error ? (error as MultipleListenerError).originals : [error];
    for (const err of failed) deps.log.error({ err }, "a listener failed");
  });
}

const sayOutdated: Route<Work> = {
  did: "unknown",
  answer: async () => ({ kind: "notice", notice: outdated }),
};

function asMessage(notice: Notice) {
  const { text, blocks } = noticeMessage(notice);
  return { text, blocks: [...blocks] };
}
