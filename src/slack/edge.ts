import type { IncomingMessage, ServerResponse } from "node:http";
import { parse as parseForm } from "node:querystring";
import type { HTTPReceiver } from "@slack/bolt";
import { HTTPModuleFunctions, isRawBodyError, isValidSlackRequest } from "@slack/bolt";
import { z } from "zod";
import type { Log } from "../log.ts";
import { SlackPayload } from "./payloads.ts";

/** A form full of CJK text is about 560 KB. */
const bodyLimit = 2 * 1024 * 1024;
/** How far a request's time may be from ours, either way. Source: docs.slack.dev, "Verifying requests from Slack". */
const maxSkewSeconds = 300;

const formType = "application/x-www-form-urlencoded";

const Challenge = z.object({ type: z.literal("url_verification"), challenge: z.string().max(1000) });

export interface EdgeDeps {
  readonly signingSecret: string;
  readonly receiver: HTTPReceiver;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Stands between the network and Bolt's receiver: only what Slack signed just now, in a shape that we know, gets in.
 * Bolt's own check lets requests from the future pass, and takes a payload's fields for granted.
 */
export function createEdge({ signingSecret, receiver, log, now }: EdgeDeps) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    let request: Awaited<ReturnType<typeof HTTPModuleFunctions.bufferIncomingMessage>>;
    try {
      request = await HTTPModuleFunctions.bufferIncomingMessage(req, bodyLimit);
    } catch (thrown) {
      const tooLarge = isRawBodyError(thrown) && thrown.type === "entity.too.large";
      return refuse(tooLarge ? 413 : 400, tooLarge ? "the body is over 2 MB" : "the body broke off");
    }
    const body = request.rawBody.toString();
    const isForm = req.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() === formType;
    if (isForm && parseForm(body).ssl_check === "1") return answer(200);
    if (!isSigned(req, body)) return refuse(401, "the signature or its time is wrong");

    const payload = readPayload(body, isForm);
    const challenge = Challenge.safeParse(payload).data;
    if (challenge !== undefined) return answer(200, challenge.challenge);
    if (!SlackPayload.safeParse(payload).success) return refuse(400, "the payload is not one of Slack's");

    // Bolt compares the header letter by letter, and a proxy may have added a charset.
    req.headers["content-type"] = isForm ? formType : "application/json";
    receiver.requestListener(request, res);

    function answer(status: number, text = ""): void {
      res.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
    }

    function refuse(status: number, why: string): void {
      log.warn({ status, why, bytes: Number(req.headers["content-length"] ?? 0) }, "refused a request");
      // What is left of an oversized body is not read.
      if (status === 413) res.setHeader("connection", "close");
      answer(status);
    }
  };

  function isSigned({ headers }: IncomingMessage, body: string): boolean {
    const signature = String(headers["x-slack-signature"] ?? "");
    const timestamp = String(headers["x-slack-request-timestamp"] ?? "");
    if (!/^\d{1,12}$/.test(timestamp)) return false;
    if (Math.abs(now() / 1000 - Number(timestamp)) > maxSkewSeconds) return false;
    return isValidSlackRequest({
      signingSecret,
      body,
      headers: { "x-slack-signature": signature, "x-slack-request-timestamp": Number(timestamp) },
      nowMilliseconds: now(),
    });
  }
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
