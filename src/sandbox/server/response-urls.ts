import { judgeMessage } from "../judge/judge.ts";
import { forgetOldest } from "./forget-oldest.ts";
import type { Asked, TextAnswer } from "./http.ts";
import { json } from "./http.ts";
import { secret } from "./ids.ts";
import { errorIn, parse, parseIfJson } from "./json.ts";
import { readContent } from "./message-content.ts";
import { deleteMessage, findMessage, postMessage, replaceMessage } from "./messages.ts";
import { recordComplaints, recordExchange, settle } from "./record.ts";
import { wait } from "./wait.ts";
import type { Message, World } from "./world.ts";

const uses = 5;
/** The failure that takes a response_url's life. */
export const deadUrl = "dead";
const lifeMs = 30 * 60_000;
const most = 5000;

type ResponseUrlKind = "commands" | "actions" | "app";

export interface ResponseUrl {
  kind: ResponseUrlKind;
  person: string;
  team: string;
  channel: string;
  /** The message that was acted on: only an interaction on a message can replace or delete one. */
  ts: string | undefined;
  mintedAt: number;
  used: number;
}

export function mintResponseUrl(
  world: World,
  args: Pick<ResponseUrl, "kind" | "person" | "team" | "channel" | "ts">,
): string {
  forgetOldest(world.responseUrls, { most, isOver: ({ mintedAt }) => world.now() - mintedAt > 2 * lifeMs });
  const path = `/hooks/${args.kind}/${args.team}/${secret(24)}`;
  world.responseUrls.set(path, { ...args, mintedAt: world.now(), used: 0 });
  return world.url + path;
}

/** A POST to a response_url, judged and carried out. */
export async function useResponseUrl(world: World, asked: Asked): Promise<TextAnswer | "hang"> {
  const began = performance.now();
  const hook = world.responseUrls.get(asked.path);
  const payload = parse(asked.body);
  const exchange = recordExchange(world, {
    direction: "from-app",
    kind: "response_url",
    payload,
    ...(hook && { person: hook.person }),
  });
  await wait(world.delays.webApi);
  const failure = await world.faults.meet("response_url");
  if (failure === "hang") return "hang";
  if (failure === deadUrl && hook !== undefined) hook.mintedAt = Number.NEGATIVE_INFINITY;
  const answer = failure === undefined || failure === deadUrl ? carryOut() : broken(failure);
  settle(world, exchange, {
    status: answer.status,
    response: answer.body,
    ackMs: performance.now() - began,
    error: errorIn(parseIfJson(answer.body)) ?? (answer.status === 200 ? undefined : `http ${answer.status}`),
  });
  return answer;

  function carryOut(): TextAnswer {
    if (hook === undefined) return refused(404, "invalid_url");
    if (world.now() - hook.mintedAt > lifeMs) return refused(404, "expired_url");
    if (hook.used >= uses) return refused(404, "used_url");
    const complaints = payload === undefined ? [{ pointer: "", message: "not JSON" }] : judgeMessage(payload);
    recordComplaints(world, exchange, complaints);
    if (payload === undefined) return refused(400, "invalid_payload");
    if (complaints.length > 0) return refused(400, "invalid_blocks");
    hook.used += 1;
    apply(world, hook, payload as Record<string, unknown>);
    return { status: 200, headers: { "content-type": "text/html" }, body: "ok" };
  }
}

function apply(world: World, hook: ResponseUrl, payload: Record<string, unknown>): void {
  const original = originalOf(world, hook);
  if (original !== undefined && isTrue(payload.delete_original)) {
    deleteMessage(world, original);
    return;
  }
  const now = readContent(payload);
  if (original !== undefined && replaces(payload)) {
    replaceMessage(world, original, now);
    return;
  }
  postMessage(world, {
    ...now,
    channel: hook.channel,
    team: hook.team,
    ...(payload.response_type !== "in_channel" && { onlyFor: hook.person }),
  });
}

function originalOf(world: World, hook: ResponseUrl): Message | undefined {
  return hook.ts !== undefined ? findMessage(world, { channel: hook.channel, ts: hook.ts }) : undefined;
}

/** Left unsaid, an answer to an interaction overwrites the message (howdyai/botkit#444, getsentry/sentry#73590). */
function replaces(payload: Record<string, unknown>): boolean {
  return payload.replace_original === undefined
    ? payload.response_type === undefined
    : isTrue(payload.replace_original);
}

function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}

function refused(status: number, error: string): TextAnswer {
  return json({ ok: false, error }, { status });
}

function broken(failure: { status: number; retryAfter?: number } | string): TextAnswer {
  if (typeof failure === "string") return refused(400, failure);
  const headers = failure.retryAfter === undefined ? {} : { "retry-after": String(failure.retryAfter) };
  return { status: failure.status, headers, body: "" };
}
