import { judgeMessage } from "../judge/judge.ts";
import type { Actor } from "./actor.ts";
import { commandPayload } from "./command-payload.ts";
import type { Outcome } from "./deliver.ts";
import { deliver } from "./deliver.ts";
import { invite } from "./invite.ts";
import { channelById, installationOf } from "./lookup.ts";
import { readContent } from "./message-content.ts";
import { postMessage } from "./messages.ts";
import { recordComplaints } from "./record.ts";
import type { SeedChannel } from "./seed.ts";
import { toast } from "./toasts.ts";

/** Types a slash command where the person is, and shows what its ack says. */
export async function typeCommand(actor: Actor, line: string): Promise<void> {
  const { world, person, place } = actor;
  const channel = place.kind === "channel" ? channelById(world, place.id) : undefined;
  if (channel === undefined) throw new Error("Commands are typed in a channel: go to one first.");
  const [, command = "", text = ""] = /^(\/\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  if (command === "") throw new Error(`“${line}” is no slash command; it begins with /.`);
  if (command === "/invite") return invite(actor, channel, text);
  const team = teamFor(actor, channel);
  const known = world.seed.app.commands.some((one) => one.command === command);
  if (!known || team === undefined || !world.seed.app.scopes.includes("commands")) {
    toast(world, person.id, `${command} is not a valid command.`);
    return;
  }
  const payload = commandPayload(world, { person, channel, team, command, text: text.trimEnd() });
  const body = new URLSearchParams(payload).toString();
  const outcome = await deliver(world, { kind: "command", body, payload, person: person.id });
  const error = showAck(actor, { outcome, channel, team });
  if (error !== undefined) toast(world, person.id, `${command} failed with the error “${error}”`);
}

/** The installation that answers: the one in the person's workspace, else the one of the workspace that shares the channel. */
function teamFor(actor: Actor, channel: SeedChannel): string | undefined {
  const own = installationOf(actor.world, actor.person.workspace);
  return (own ?? installationOf(actor.world, channel.workspace))?.workspace;
}

/** Answers with Slack's error code where there is nothing to show. */
function showAck(
  actor: Actor,
  { outcome, channel, team }: { outcome: Outcome; channel: SeedChannel; team: string },
): string | undefined {
  const { world, person } = actor;
  if (outcome.kind === "late") return "operation_timeout";
  if (outcome.kind === "unreachable") return "dispatch_failed";
  if (outcome.status >= 500) return "http_service_error";
  if (outcome.status !== 200) return "dispatch_failed";
  if (outcome.body.trim() === "") return undefined;
  const message = readMessage(outcome);
  const complaints = judgeMessage(message);
  recordComplaints(world, outcome.exchange, complaints);
  if (complaints.length > 0) return "invalid_blocks";
  postMessage(world, {
    channel: channel.id,
    team,
    ...readContent(message),
    ...(message.response_type !== "in_channel" && { onlyFor: person.id }),
  });
  return undefined;
}

/** JSON is a message; anything else is its text. */
function readMessage({ body, contentType }: { body: string; contentType: string }): Record<string, unknown> {
  if (!contentType.includes("json") && !body.trimStart().startsWith("{")) return { text: body };
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === "object" && read !== null ? { ...read } : { text: body };
  } catch {
    return { text: body };
  }
}
