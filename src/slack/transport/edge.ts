import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { parse as parseForm } from "node:querystring";
import { HTTPModuleFunctions, isRawBodyError } from "@slack/bolt";
import { z } from "zod";
import type { AddressOf } from "../../http/client-address.ts";
import type { Log } from "../../log.ts";
import { SlackPayload } from "../listening/payloads.ts";
import { createAnswerOnce } from "./answer-once.ts";
import type { HttpAnswer, HttpReceiver } from "./http-receiver.ts";

/** A form full of CJK text is about 560 KB. */
const bodyLimit = 2 * 1024 * 1024;
/** How far a request's time may be from ours, either way. Source: docs.slack.dev, "Verifying requests from Slack". */
const maxSkewSeconds = 300;

const utf8 = new TextEncoder();

const formType = "application/x-www-form-urlencoded";

const Challenge = z.object({ type: z.literal("url_verification"), challenge: z.string().max(1000) });

export interface EdgeDeps {
  readonly signingSecret: string;
  readonly take: HttpReceiver["take"];
  readonly addressOf: AddressOf;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Stands between the network and Bolt: only what Slack signed just now, in a shape that we know, gets in, once.
 * Bolt's own check lets requests from the future pass, and takes a payload's fields for granted.
 */
export function createEdge({ signingSecret, take, addressOf, log, now }: EdgeDeps) {
  const once = createAnswerOnce(keepBytes);
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    let request: Awaited<ReturnType<typeof HTTPModuleFunctions.bufferIncomingMessage>>;
    try {
      request = await HTTPModuleFunctions.bufferIncomingMessage(req, bodyLimit);
    } catch (thrown) {
      const tooLarge = isRawBodyError(thrown) && thrown.type === "entity.too.large";
      return refuse(tooLarge ? 413 : 400, tooLarge ? "the body is over 2 MB" : "the body broke off");
    }
    const { rawBody } = request;
    const body = rawBody.toString();
    const isForm = req.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() === formType;
    if (isForm && parseForm(body).ssl_check === "1") return answer(200);
    const signature = String(req.headers["x-slack-signature"] ?? "");
    if (!isSigned(req, { signature, rawBody })) return refuse(401, "the signature or its time is wrong");

    const payload = readPayload(body, isForm);
    const challenge = Challenge.safeParse(payload).data;
    if (challenge !== undefined) return answer(200, challenge.challenge);
    if (!isSlackPayload(payload)) return refuse(400, "the payload is not one of Slack's");
    await once(keyOf(payload) ?? signature, {
      work: (answerFirst) => take(payload, answerFirst),
      send: (given) => send(res, given),
    });
    if (!res.headersSent) res.writeHead(500).end();

    function answer(status: number, text = ""): void {
      res.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
    }

    function refuse(status: number, why: string): void {
      const bytes = Number(req.headers["content-length"] ?? 0);
      log.warn({ status, why, address: addressOf(req), bytes }, "refused a request");
      // What is left of an oversized body is not read.
      if (status === 413) res.setHeader("connection", "close");
      answer(status);
    }
  };

  function isSigned(
    { headers }: IncomingMessage,
    { signature, rawBody }: { signature: string; rawBody: Buffer },
  ): boolean {
    const timestamp = String(headers["x-slack-request-timestamp"] ?? "");
    if (!/^\d{1,12}$/.test(timestamp)) return false;
    if (Math.abs(now() / 1000 - Number(timestamp)) > maxSkewSeconds) return false;
    // The bytes as they came: text made of them may have lost some.
    const digest = createHmac("sha256", signingSecret)
      .update(`v0:${timestamp}:`)
      .update(rawBody)
      .digest("hex");
    return isSame(signature, `v0=${digest}`);
  }
}

/** An event that Slack sends again is signed anew. */
function keyOf({ event_id }: Record<string, unknown>): string | undefined {
  return typeof event_id === "string" ? event_id : undefined;
}

interface KeptAnswer extends Omit<HttpAnswer, "body"> {
  readonly body: Uint8Array;
}

/** As text it would take twice that, in the heap; in a Buffer's pool a short one would hold 8 KB. */
function keepBytes({ body, ...type }: HttpAnswer): { kept: KeptAnswer; bytes: number } {
  const bytes = utf8.encode(body);
  return { kept: { ...type, body: bytes }, bytes: bytes.length };
}

/** Without a length Node would send it in chunks, each of them a write of its own. */
function send(res: ServerResponse, { type, body }: HttpAnswer | KeptAnswer): void {
  res
    .writeHead(200, { ...(type && { "content-type": type }), "content-length": Buffer.byteLength(body) })
    .end(body);
}

/** Takes as long for a nearly right text as for a wrong one. */
function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Undefined where it cannot be read. */
function readPayload(body: string, isForm: boolean): unknown {
  try {
    if (!isForm) return JSON.parse(body);
    const form = parseForm(body);
    return typeof form.payload === "string" ? JSON.parse(form.payload) : form;
  } catch {
    return undefined;
  }
}

function isSlackPayload(payload: unknown): payload is Record<string, unknown> {
  return SlackPayload.safeParse(payload).success;
}
