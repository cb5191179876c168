import { toFault } from "../errors.ts";
import type { Answer, Work } from "./answer.ts";
import type { Message, Notice } from "./notice.ts";
import { noticeMessage, noticeModal } from "./notice.ts";
import type { Request } from "./request.ts";
import type { Stage } from "./stage.ts";
import { drawLoading } from "./views/loading.ts";
import { drawFault } from "./words.ts";

/** Where an answer that is not a modal goes. */
export interface Replies {
  /** What was asked for. */
  message(message: Message): Promise<void>;
  /** What takes the place of a message that everybody sees. */
  card?(message: Message): Promise<void>;
  /** What stands in the way. Missing in a modal, where only a modal can answer. */
  notice?(message: Message): Promise<void>;
}

interface Scene {
  readonly request: Request;
  readonly stage: Stage;
  readonly replies: Replies;
  /** A message from the app to the person, for what cannot be shown where it was asked. */
  direct(message: Message): Promise<void>;
}

/** Does the work and shows its answer where the person is; a fault becomes words in the same place. */
export async function perform(work: Work, { request, stage, replies, direct }: Scene): Promise<void> {
  const { again } = work;
  let shown: string | undefined;
  try {
    if (work.opens !== undefined && request.who.known === undefined) {
      shown = await stage.open(drawLoading(work.opens));
    }
    const actor = request.who.known ?? (await request.who.ask());
    await show(await work.answer(actor, request));
  } catch (thrown) {
    const fault = toFault(thrown);
    request.failed(fault);
    const notice = drawFault(fault, {
      reference: request.reference,
      ...(again === undefined ? {} : { again }),
    });
    await showNotice(notice).catch(() => direct(noticeMessage(notice)));
  }

  async function show(answer: Answer): Promise<void> {
    switch (answer.kind) {
      case "message":
        return replies.message(answer.message).catch((thrown: unknown) => {
          request.failed(toFault(thrown));
          return direct(answer.message);
        });
      case "card":
        return (replies.card ?? replies.message)(answer.message);
      case "notice":
        return showNotice(answer.notice);
      case "refused":
        request.refused(answer);
        return showNotice(await request.drawRefusal(answer, again));
      case "view": {
        const target = shown ?? (answer.inPlace === true ? stage.current : undefined);
        if (target === undefined) await stage.open(answer.view);
        else await stage.redraw(target, answer.view);
        await answer.afterwards?.().catch((thrown: unknown) => request.failed(toFault(thrown)));
      }
    }
  }

  async function showNotice(notice: Notice): Promise<void> {
    if (shown !== undefined) return stage.redraw(shown, noticeModal(notice));
    if (replies.notice !== undefined) return replies.notice(noticeMessage(notice));
    await stage.open(noticeModal(notice));
  }
}
