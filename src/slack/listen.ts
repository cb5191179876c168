import type { App } from "@slack/bolt";
import type { Log } from "../log.ts";
import type { Actor, UserId } from "../rules/people.ts";
import type { OptionsAnswer, Submission, Work } from "./answer.ts";
import { answerOptions, answerSubmission } from "./answer-in-ack.ts";
import { postTo } from "./channel-post.ts";
import { directMessages } from "./direct-message.ts";
import type { Directory } from "./directory.ts";
import type { InFlight } from "./in-flight.ts";
import type { Installations } from "./installations.ts";
import { drawSentence, noticeMessage, noticeModal } from "./notice.ts";
import type { Action } from "./payloads.ts";
import {
  ActionsPayload,
  CommandPayload,
  ShortcutPayload,
  SubmissionPayload,
  SuggestionPayload,
} from "./payloads.ts";
import { perform } from "./perform.ts";
import { actionReplies, commandReplies, modalReplies } from "./replies.ts";
import type { Request } from "./request.ts";
import { createRequest } from "./request.ts";
import { createStage } from "./stage.ts";
import { drawRemark } from "./views/suggestions.ts";
import type { Sender } from "./who.ts";
import { senderOfCommand, senderOfInteraction } from "./who.ts";

export interface ListenDeps {
  readonly installations: Installations;
  readonly directory: Directory;
  readonly icpAdmins: readonly UserId[];
  readonly inFlight: InFlight;
  readonly log: Log;
}

/** What answers which id. Undefined where nothing does: an older version's button, or a forged one. */
export interface Routes {
  command(text: string): Work;
  action(action: Action): Work | undefined;
  shortcut(callbackId: string): Work | undefined;
  submission(payload: SubmissionPayload): Submission | undefined;
  options(payload: SuggestionPayload): ((actor: Actor) => Promise<OptionsAnswer>) | undefined;
}

const notReady = drawSentence(
  "Not ready yet",
  "This app has just started and waits for Slack. Try again in a minute.",
);
const outdated = drawSentence(
  "That is outdated",
  "This button or form is from an older version of the app. Start anew with its command.",
);

/**
 * Around everything that arrives from Slack: who asks, the ack, where the answer goes, a fault's words, and one line
 * in the log. One listener for each kind of payload, so that an id that nobody knows is answered too.
 */
export function listen(app: App, routes: Routes, deps: ListenDeps): void {
  const { inFlight, installations } = deps;

  app.command(/.*/, ({ body, ack, respond }) =>
    inFlight.run(async () => {
      const payload = CommandPayload.parse(body);
      const request = begin({ sender: senderOfCommand(payload), did: "command" });
      if (request === undefined) return ack({ response_type: "ephemeral", ...asMessage(notReady) });
      const { client } = request;
      const replies = commandReplies({ ack, respond, acked: request.acked });
      const stage = createStage({ client, triggerId: payload.trigger_id });
      const direct = directMessages(client, payload.user_id);
      await perform(routes.command(payload.text), { request, stage, replies, direct });
      await replies.end();
      request.end();
    }),
  );

  app.action(/.*/, ({ body, ack, respond }) =>
    inFlight.run(async () => {
      await ack();
      const payload = ActionsPayload.parse(body);
      const [action] = payload.actions;
      const replies = actionReplies({
        respond: payload.response_url === undefined ? undefined : respond,
        isOwnMessage: payload.container?.is_ephemeral === true,
      });
      const sender = senderOfInteraction(payload);
      const request = begin({ sender, did: `action ${action.action_id}` });
      if (request === undefined) return replies.notice?.(noticeMessage(notReady));
      request.acked();
      const { client } = request;
      const stage = createStage({ client, triggerId: payload.trigger_id, current: payload.view?.id });
      const direct = directMessages(client, payload.user.id);
      await perform(routes.action(action) ?? sayOutdated, { request, stage, replies, direct });
      request.end();
    }),
  );

  app.shortcut(/.*/, ({ body, ack }) =>
    inFlight.run(async () => {
      await ack();
      const payload = ShortcutPayload.parse(body);
      const { callback_id } = payload;
      const request = begin({ sender: senderOfInteraction(payload), did: `shortcut ${callback_id}` });
      const client = request?.client ?? installations.onlyClient;
      if (client === undefined) return;
      const stage = createStage({ client, triggerId: payload.trigger_id });
      if (request === undefined) return void (await stage.open(noticeModal(notReady)));
      request.acked();
      const direct = directMessages(client, payload.user.id);
      const work = routes.shortcut(callback_id) ?? sayOutdated;
      await perform(work, { request, stage, replies: modalReplies, direct });
      request.end();
    }),
  );

  app.view(/.*/, ({ body, ack, respond }) =>
    inFlight.run(async () => {
      const payload = SubmissionPayload.parse(body);
      const sender = senderOfInteraction(payload);
      const request = begin({ sender, did: `submission ${payload.view.callback_id}` });
      const submission = routes.submission(payload);
      if (request === undefined || submission === undefined) {
        // On top of the form, which keeps what was typed.
        const view = noticeModal(request === undefined ? notReady : outdated);
        return ack({ response_action: "push", view });
      }
      const channels = { ...request, post: postTo({ client: request.client, respond }) };
      await ack(await answerSubmission(submission, { request, channels }));
      request.acked();
      request.end();
    }),
  );

  app.view({ callback_id: /.*/, type: "view_closed" }, ({ ack }) => ack());

  app.options(/.*/, ({ body, ack }) =>
    inFlight.run(async () => {
      const payload = SuggestionPayload.parse(body);
      const sender = senderOfInteraction(payload);
      const request = begin({ sender, did: `options ${payload.block_id}` });
      const suggest = routes.options(payload);
      if (request === undefined || suggest === undefined) {
        const { text } = request === undefined ? notReady : outdated;
        return ack({ options: [drawRemark(text)] });
      }
      await ack({ options: await answerOptions(suggest, request) });
      request.acked();
      request.end();
    }),
  );

  app.error(async (error) => {
    deps.log.error({ err: error }, "a listener failed");
  });

  function begin(ask: { sender: Sender; did: string }): Request | undefined {
    const installation = installations.find(ask.sender);
    return installation === undefined ? undefined : createRequest(ask, { ...deps, installation });
  }
}

const sayOutdated: Work = { answer: async () => ({ kind: "notice", notice: outdated }) };

function asMessage(notice: typeof notReady) {
  const { text, blocks } = noticeMessage(notice);
  return { text, blocks: [...blocks] };
}
