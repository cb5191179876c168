import { randomBytes } from "node:crypto";
import type { Fault } from "../errors.ts";
import type { Log } from "../log.ts";
import type { UserId } from "../rules/people.ts";
import type { Refused } from "../usecases/permit.ts";
import type { People } from "./answer.ts";
import { rewriteWith } from "./channel-post.ts";
import type { Directory } from "./directory.ts";
import type { Installation } from "./installations.ts";
import type { Notice } from "./notice.ts";
import { drawRefusal } from "./views/refusal.ts";
import type { Sender, Who } from "./who.ts";
import { whoIs } from "./who.ts";

/** One thing that somebody did in Slack, from its arrival to its line in the log. */
export interface Request extends People {
  /** Short and speakable; stands in what the person sees and in the log. */
  readonly reference: string;
  readonly who: Who;
  /** Calls Slack for the workspace in which it was done. */
  readonly client: Installation["client"];
  /** Notes the fault for the log's line. */
  failed(fault: Fault): void;
  /** Notes the refusal for the log's line. */
  refused(refused: Refused): void;
  /** The words of a refusal, with the names of those who hold what is missing. */
  drawRefusal(refused: Refused, again?: string): Promise<Notice>;
  /** Notes when Slack had its answer. */
  acked(): void;
  /** Writes the log's one line. */
  end(): void;
}

export interface RequestDeps {
  readonly installation: Installation;
  readonly directory: Directory;
  readonly icpAdmins: readonly UserId[];
  readonly log: Log;
}

/** How long a refusal waits for the names of those who can help: it has to be told within Slack's three seconds. */
const namesWithinMs = 800;

export function createRequest(
  { sender, did }: { sender: Sender; did: string },
  { installation, directory, icpAdmins, log }: RequestDeps,
): Request {
  const { teamId, client } = installation;
  const reference = newReference();
  const arrived = performance.now();
  let ackMs: number | undefined;
  let outcome = "done";
  let fault: Fault | undefined;
  return {
    reference,
    client,
    who: whoIs(sender, { installation, directory }),
    rewrite: rewriteWith(client),
    nameOf: (userId) => directory.nameOf({ client, teamId, userId }),
    failed(what) {
      outcome = `fault:${what.code}`;
      fault = what;
    },
    refused({ missing }) {
      outcome = `refused:${missing.kind === "standing" ? missing.standing : missing.kind}`;
    },
    async drawRefusal(refused, again) {
      const needsNames = refused.missing.kind === "scope";
      const admins = needsNames
        ? await directory.admins({ client, teamId }, { withinMs: namesWithinMs })
        : undefined;
      return drawRefusal(refused, {
        workspaceName: installation.teamName,
        holders: [...new Set([...icpAdmins, ...(admins ?? [])])],
        ...(again === undefined ? {} : { again }),
      });
    },
    acked() {
      ackMs ??= Math.round((performance.now() - arrived) * 10) / 10;
    },
    end() {
      const line = { ref: reference, did, team: teamId, user: sender.userId, ackMs, outcome };
      if (fault === undefined) log.info(line, "answered");
      else log.error({ ...line, err: fault }, "answered with a fault");
    },
  };
}

/** Letters and digits that are not mistaken for each other when read out. */
function newReference(): string {
  const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  return [...randomBytes(6)].map((byte) => alphabet[byte % alphabet.length]).join("");
}
