import type { ModalView } from "@slack/types";
import { Fault, toFault } from "../../errors.ts";
import type { ListAsk } from "../../stores/profile-store.ts";
import type { Message, Notice } from "../notice.ts";
import { noticeMessage, noticeModal, withMore } from "../notice.ts";
import { drawClosed } from "../views/closed.ts";
import { drawLoading } from "../views/loading.ts";
import type { Answer, LateAnswer, ShownAnswer, Work } from "./answer.ts";
import { finishLate } from "./late.ts";
import type { Request } from "./request.ts";
import type { OpenModal, Stage } from "./stage.ts";

/** Where an answer that is not a modal goes. */
export interface Replies {
  /** What was asked for. */
  message(message: Message): Promise<void>;
  /** What takes the place of a message that everybody sees. */
  card?(message: Message): Promise<void>;
  /** What stands in the way. Missing in a modal, where only a modal can answer. */
  notice?(message: Message): Promise<void>;
}

/** The app's home, while something in it was pressed. */
type ShowHome = (ask: ListAsk) => Promise<Fault | undefined>;

interface Scene {
  readonly request: Request;
  readonly stage: Stage;
  readonly replies: Replies;
  readonly showHome?: ShowHome | undefined;
  /** A message from the app to the person, for what cannot be shown where it was asked. */
  direct(message: Message): Promise<unknown>;
}

/**
 * Does the work and shows its answer where the person is, or directly where that place is gone; a fault becomes
 * words in the same place. Never rejects: what could not be told at all stands in the log.
 */
export async function perform(
  work: Work,
  { request, stage, replies, showHome, direct }: Scene,
): Promise<void> {
  const { again } = work;
  let shown: OpenModal | undefined;
  let afterwards: (() => Promise<void>) | undefined;
  try {
    request.admit();
    if (work.opens !== undefined && request.who.known === undefined) {
      shown = await stage.open(drawLoading(work.opens));
    }
    const known = work.isWrite === true ? undefined : request.who.known;
    const actor = known ?? (await request.who.ask({ anew: work.isWrite === true }));
    const answer = await work.answer(actor, request);
    if ("afterwards" in answer) afterwards = answer.afterwards;
    await show(answer);
  } catch (thrown) {
    const fault = toFault(thrown);
    request.failed(fault);
    await tell(request.drawFault(fault, again)).catch((untold: unknown) => request.untold(untold));
  }
  // What was done is done, whether or not the person could be shown it.
  await afterwards?.().catch((thrown: unknown) => request.failed(toFault(thrown)));

  async function show(answer: Answer): Promise<void> {
    switch (answer.kind) {
      case "message":
        return replies.message(answer.message).catch(orDirect(answer.message));
      case "card":
        return (replies.card ?? replies.message)(answer.message).catch(orDirect(answer.message));
      case "notice":
        return tell(answer.notice, answer.inPlace);
      case "refused":
        request.refused(answer);
        if (work.isAside === true) return;
        return tell(await request.drawRefusal(answer, again));
      case "view":
        return showView(answer);
      case "form":
        return showForm(answer);
      case "fill":
        return showFilled(answer);
      case "home":
        return showHomeWith(answer.ask);
      case "late":
        return showLate(answer);
      case "nothing":
        return;
    }
  }

  /** The next choice brings it again. */
  async function showForm({ view, isShown }: Extract<Answer, { kind: "form" }>): Promise<void> {
    const redrawn = await stage.redrawForm(view, { isAlike: true, isShown }).catch((thrown: unknown) => {
      if (toFault(thrown).code === "slack-busy") return "busy";
      throw thrown;
    });
    if (redrawn !== "shown") request.dropped();
  }

  /** No other choice brings it, so that a person whose form stays as it is has to be told. */
  async function showFilled(answer: Extract<Answer, { kind: "fill" }>): Promise<void> {
    const redraw = (view: ModalView) => stage.redrawForm(view, { isAlike: false, isShown: false });
    const filled = await answer.fill(redraw).catch(toFault);
    if (filled instanceof Fault) {
      request.failed(filled);
      return tell(withMore(request.drawFault(filled, again), answer.again));
    }
    if (filled.isShown) {
      afterwards = filled.afterwards;
      return;
    }
    request.dropped();
    if (filled.notice !== undefined) await tell(filled.notice);
  }

  function orDirect(message: Message) {
    return async (thrown: unknown): Promise<void> => {
      request.failed(toFault(thrown));
      if (work.isAside !== true) await direct(message);
    };
  }

  async function showHomeWith(ask: ListAsk): Promise<void> {
    const unread = await showHome?.(ask);
    if (unread !== undefined) request.failed(unread);
  }

  /** In the modal, or in the app's own message, whose button was pressed. */
  async function showLate(late: LateAnswer): Promise<void> {
    const { current } = stage;
    if (current === undefined) {
      const rewrite = replies.card ?? replies.message;
      await rewrite(noticeMessage(late.meanwhile));
      const replace = async ({ told }: ShownAnswer) => {
        await rewrite(noticeMessage(told));
        return "shown" as const;
      };
      return finishLate(late, { request, direct, replace });
    }
    await stage.redraw(current, noticeModal(late.meanwhile));
    // What it shows now is our own word that it is being done.
    const replace = ({ view }: ShownAnswer) => stage.redraw({ id: current.id }, view);
    return finishLate(late, { request, direct, replace });
  }

  async function showView({
    view,
    inPlace,
    beneath,
    told,
  }: Extract<Answer, { kind: "view" }>): Promise<void> {
    const target = shown ?? (inPlace === true ? stage.current : undefined);
    const showing = target === undefined ? stage.open(view) : stage.redraw(target, view);
    const outcome = await showing.catch(async (thrown: unknown) => {
      if (told === undefined) throw thrown;
      // It is done, whatever became of showing it.
      request.failed(toFault(thrown));
      await tell(told);
    });
    if (target === undefined || outcome === undefined) return;
    // What changed meanwhile shows the answer to a later press, and may hold what was typed since.
    if (outcome !== "closed") return showBeneath(beneath);
    request.closedMeanwhile();
    if (work.isAside !== true)
      await direct(noticeMessage(told ?? drawClosed(work.opens ?? view.title.text, again)));
  }

  /** What stands on top of it tells what was done, whatever becomes of this. */
  async function showBeneath(view: ModalView | undefined): Promise<void> {
    if (view === undefined || stage.beneath === undefined) return;
    await stage.redraw(stage.beneath, view).catch((thrown: unknown) => request.failed(toFault(thrown)));
  }

  /** In the place where it was asked, else directly. */
  async function tell(notice: Notice, inPlace = false): Promise<void> {
    if (work.isAside === true) return;
    const isTold = await tellThere(notice, inPlace).catch((thrown: unknown) => {
      request.failed(toFault(thrown));
      return false;
    });
    if (!isTold) await direct(noticeMessage(notice));
  }

  async function tellThere(notice: Notice, inPlace: boolean): Promise<boolean> {
    const modal = shown ?? (inPlace ? stage.current : undefined);
    // What changed meanwhile shows the answer to a later press.
    if (modal !== undefined) return (await stage.redraw(modal, noticeModal(notice))) !== "closed";
    if (inPlace && replies.notice !== undefined) await replies.message(noticeMessage(notice));
    else if (replies.notice !== undefined) await replies.notice(noticeMessage(notice));
    else await stage.open(noticeModal(notice));
    return true;
  }
}
