import { Fault } from "../../errors.ts";
import type { Allowance } from "../../http/allowance.ts";
import type { Log } from "../../log.ts";
import type { RecentFaults } from "../../recent-faults.ts";
import { newReference } from "../../reference.ts";
import type { TeamId } from "../../rules/people.ts";
import { stopwatch } from "../../stopwatch.ts";
import type { Refused } from "../../usecases/permit.ts";
import { drawnFor } from "../install/drawn-for.ts";
import type { Installation } from "../install/installations.ts";
import type { Notice } from "../notice.ts";
import type { TellBroken } from "../tell-broken.ts";
import { drawRefusal, needsAdmins } from "../views/refusal.ts";
import type { Directory } from "../web-api/directory.ts";
import { drawFault, faultLine } from "../words.ts";
import type { Workplace } from "./answer.ts";
import type { Sender, Who } from "./who.ts";
import { whoIs } from "./who.ts";
import { createWorkplace } from "./workplace.ts";

/** One thing that somebody did in Slack, from its arrival to its line in the log. */
export interface Request extends Workplace {
  /** Short and speakable; stands in what the person sees and in the log. */
  readonly reference: string;
  readonly who: Who;
  readonly sender: Sender;
  /** Calls Slack for the workspace in which it was done. */
  readonly client: Installation["client"];
  /** An ack whose view says which workspace it was drawn for, as those do that the client shows. */
  drawn<Ack extends object>(ack: Ack): Ack;
  /** Throws a `too-many` fault where the workspace has asked more than it may. */
  admit(): void;
  /** Notes the fault for the log's line and for the doctor; the first one counts. */
  failed(fault: Fault): void;
  /** Notes that the person could not be told at all. */
  untold(thrown: unknown): void;
  /** Notes that the modal was closed before it was filled. */
  closedMeanwhile(): void;
  /** Notes that a form was not redrawn, since it shows something newer, is closed, or Slack is busy. */
  dropped(): void;
  /** The words of a fault. */
  drawFault(fault: Fault, again?: string): Notice;
  /** The same in one line. */
  faultLine(fault: Fault): string;
  /** Notes the refusal for the log's line. */
  refused(refused: Refused): void;
  /** The words of a refusal, with the names of those who can help. */
  drawRefusal(refused: Refused, again?: string): Promise<Notice>;
  /** Notes when Slack had its answer. */
  acked(): void;
  /** Writes the log's one line. */
  end(): void;
}

export interface RequestDeps {
  readonly installation: Installation;
  readonly directory: Directory;
  readonly allowance: Allowance<TeamId>;
  readonly recentFaults: RecentFaults;
  /** Told of a request that found out that Kashew does not take the workspace's key. */
  readonly tellBroken: TellBroken;
  readonly supportUrl: string | undefined;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function createRequest(
  { sender, did }: { sender: Sender; did: string },
  { installation, directory, allowance, recentFaults, tellBroken, supportUrl, log, now }: RequestDeps,
): Request {
  const { teamId, client } = installation;
  const reference = newReference();
  const since = stopwatch();
  let ackMs: number | undefined;
  let outcome = "done";
  let fault: Fault | undefined;
  const workplace = createWorkplace({ installation, directory, log: log.child({ ref: reference }) });
  return {
    reference,
    ...workplace,
    client,
    drawn: (ack) =>
      "view" in ack && installation.enterpriseId !== undefined
        ? { ...ack, view: drawnFor(teamId, ack.view as object) }
        : ack,
    sender,
    who: whoIs(sender, { installation, directory }),
    admit() {
      if (!allowance.take(teamId)) throw new Fault("too-many", "the workspace has used up its allowance");
    },
    failed(what) {
      if (fault !== undefined) return;
      outcome = `fault:${what.code}`;
      fault = what;
      recentFaults.note(teamId, { reference, at: new Date(now()).toISOString(), did, code: what.code });
    },
    untold(thrown) {
      log.error({ err: thrown, ref: reference }, "the person could not be told");
    },
    closedMeanwhile() {
      outcome = "closed";
    },
    dropped() {
      outcome = "dropped";
    },
    drawFault: (what, again) => drawFault(what, { reference, again, supportUrl }),
    faultLine: (what) => faultLine(what, { reference, supportUrl }),
    refused({ missing }) {
      outcome = `refused:${missing.kind === "standing" ? missing.standing : missing.kind}`;
    },
    async drawRefusal(refused, again) {
      return drawRefusal(refused, {
        workspaceName: installation.teamName,
        admins: needsAdmins(refused) ? await workplace.adminsWith(refused.access.icpAdmins) : [],
        ...(again === undefined ? {} : { again }),
      });
    },
    acked() {
      ackMs ??= since();
    },
    end() {
      if (fault?.code === "kashew-key-refused") tellBroken(workplace);
      const user = sender.userId;
      const line = { ref: reference, did, team: teamId, user, ackMs, totalMs: since(), outcome };
      if (fault === undefined) log.info(line, "answered");
      else log.error({ ...line, err: fault }, "answered with a fault");
    },
  };
}
