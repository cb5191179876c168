import type { IncomingMessage } from "node:http";
import type { MiddlewareHandler } from "hono";
import { refuse, tooLarge } from "./refusals.ts";
import type { HeldEnv } from "./rest-env.ts";

/** Six lists of fifty terms, each letter as \uXXXX, are 135 KB. */
const maxBytes = 256 * 1024;

/**
 * Reads the body as far as it may reach, once it is known who sends it. Hono's own limit makes another request of
 * one without a length, which node-server's requests do not let it.
 */
export const boundBody: MiddlewareHandler<HeldEnv> = async (c, next) => {
  const { incoming } = c.env;
  const body = await read(incoming);
  if (body === undefined) return refuse(c, tooLarge);
  incoming.rawBody = body;
  return next();
};

async function read(incoming: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(incoming.headers["content-length"] ?? 0) > maxBytes) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // What is destroyed could not be answered.
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > maxBytes) return undefined;
      chunks.push(chunk);
    }
  } catch {
    // The body broke off: nobody waits for an answer.
    return Buffer.alloc(0);
  }
  return Buffer.concat(chunks);
}
