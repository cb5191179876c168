import type { App } from "@slack/bolt";
import type { Actor } from "../rules/people.ts";
import type { OptionsAnswer, Submission, Work } from "./answer.ts";
import { answerOptions, answerSubmission } from "./answer-in-ack.ts";
import { isLink } from "./blocks.ts";
import { postTo } from "./channel-post.ts";
import { directMessages } from "./direct-message.ts";
import type { InFlight } from "./in-flight.ts";
import type { Installation, Installations } from "./installations.ts";
import type { Notice } from "./notice.ts";
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
import type { Request, RequestDeps } from "./request.ts";
import { createRequest } from "./request.ts";
import { respondOn } from "./respond.ts";
import { createStage, redraw } from "./stage.ts";
import { drawStranger } from "./views/refusal.ts";
import { drawRemark } from "./views/suggestions.ts";
import type { Sender } from "./who.ts";
import { senderOfCommand, senderOfInteraction } from "./who.ts";

export interface ListenDeps extends Omit<RequestDeps, "installation"> {
  readonly installations: Installations;
  readonly inFlight: InFlight;
}

/** What answers something, and its name in the log: what was done, and not a letter of what was typed. */
export type Route<Target> = Target & { readonly did: string };

/** What answers which id. Undefined where nothing does: an older version's button, or a forged one. */
export interface Routes {
  command(text: string): Route<Work>;
  action(action: Action): Route<Work> | undefined;
  shortcut(callbackId: string): Route<Work> | undefined;
  submission(payload: SubmissionPayload): Route<Submission> | undefined;
  options(payload: SuggestionPayload): Route<{ answer(actor: Actor): Promise<OptionsAnswer> }> | undefined;
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
      const work = routes.command(payload.text);
      const request = begin({ sender: senderOfCommand(payload), did: `command ${work.did}` });
      if (request === undefined) return ack({ response_type: "ephemeral", ...asMessage(unserved()) });
      const { client } = request;
      const replies = commandReplies({ ack, respond: respondOn(respond), acked: request.acked });
      const stage = createStage({ client, triggerId: payload.trigger_id });
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
      const replies = actionReplies({
        respond: payload.response_url === undefined ? undefined : respondOn(respond),
        isOwnMessage: payload.container?.is_ephemeral === true,
      });
      const sender = senderOfInteraction(payload);
      const work = routes.action(action) ?? sayOutdated;
      const did = `action ${isLink(action.action_id) ? "link" : work.did}`;
      const request = begin({ sender, did });
      if (request === undefined) return replies.notice?.(noticeMessage(unserved()));
      request.acked();
      // The browser is there already.
      if (isLink(action.action_id)) return request.end();
      const { client } = request;
      const stage = createStage({
        client,
        triggerId: payload.trigger_id,
        current: payload.view ?? undefined,
      });
      const direct = directMessages(client, payload.user.id);
      await perform(work, { request, stage, replies, direct });
      request.end();
    }),
  );

  app.shortcut(/.*/, ({ body, ack }) =>
    inFlight.run(async () => {
      await ack();
      const payload = ShortcutPayload.parse(body);
      const work = routes.shortcut(payload.callback_id) ?? sayOutdated;
      const request = begin({ sender: senderOfInteraction(payload), did: `shortcut ${work.did}` });
      const client = request?.client ?? installations.onlyClient;
      if (client === undefined) return;
      const stage = createStage({ client, triggerId: payload.trigger_id });
      if (request === undefined) return void (await stage.open(noticeModal(unserved())));
      request.acked();
      const direct = directMessages(client, payload.user.id);
      await perform(work, { request, stage, replies: modalReplies, direct });
      request.end();
    }),
  );

  app.view(/.*/, ({ body, ack, respond }) =>
    inFlight.run(async () => {
      const payload = SubmissionPayload.parse(body);
      const submission = routes.submission(payload);
      const did = `submission ${submission?.did ?? sayOutdated.did}`;
      const request = begin({ sender: senderOfInteraction(payload), did });
      if (request === undefined || submission === undefined) {
        // On top of the form, which keeps what was typed.
        await ack({
          response_action: "push",
          view: noticeModal(request === undefined ? unserved() : outdated),
        });
        request?.acked();
        return request?.end();
      }
      const { client, nameOf, rewrite } = request;
      await answerSubmission(submission, {
        request,
        ack: (answer) => ack(answer),
        // Missing where the form asked for no channel.
        channels: { nameOf, rewrite, post: postTo({ client, respond: respond && respondOn(respond) }) },
        redraw: (view) => redraw(client, payload.view, view),
        direct: directMessages(client, payload.user.id),
      });
      request.end();
    }),
  );

  app.view({ callback_id: /.*/, type: "view_closed" }, ({ ack }) => ack());

  app.options(/.*/, ({ body, ack }) =>
    inFlight.run(async () => {
      const payload = SuggestionPayload.parse(body);
      const suggest = routes.options(payload);
      const did = `options ${suggest?.did ?? sayOutdated.did}`;
      const request = begin({ sender: senderOfInteraction(payload), did });
      if (request === undefined || suggest === undefined) {
        const { text } = request === undefined ? unserved() : outdated;
        await ack({ options: [drawRemark(text)] });
      } else {
        await ack({ options: await answerOptions(suggest.answer, request) });
      }
      request?.acked();
      request?.end();
    }),
  );

  app.error(async (error) => {
    deps.log.error({ err: error }, "a listener failed");
  });

  function begin({ sender, did }: { sender: Sender; did: string }): Request | undefined {
    const installation: Installation | undefined = installations.find(sender);
    if (installation !== undefined) return createRequest({ sender, did }, { ...deps, installation });
    const [outcome, why] = installations.isReady
      ? ["elsewhere", "answered somebody of a workspace that is not served"]
      : ["not-ready", "answered before Slack said whose this is"];
    deps.log.warn({ did, user: sender.userId, outcome }, why);
    return undefined;
  }

  /** For whom no installation is found: it may still come, or they are at home where the app is not. */
  function unserved(): Notice {
    return installations.isReady ? drawStranger() : notReady;
  }
}

const sayOutdated: Route<Work> = {
  did: "unknown",
  answer: async () => ({ kind: "notice", notice: outdated }),
};

function asMessage(notice: Notice) {
  const { text, blocks } = noticeMessage(notice);
  return { text, blocks: [...blocks] };
}
