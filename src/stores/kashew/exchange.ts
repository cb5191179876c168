import { Fault } from "../../errors.ts";
import type { KashewKey } from "../../rules/connection.ts";
import { secretOf } from "../../rules/connection.ts";

/** No list of profiles that a team could use is longer. */
const mostBytes = 5 * 1024 * 1024;

export interface Question {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly key: KashewKey;
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

export interface Reply {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

/** One question to Kashew and its answer, whatever it says. No redirect is followed: the key goes nowhere else. */
export async function exchange(send: typeof fetch, question: Question): Promise<Reply> {
  const { method, url, key, body, signal } = question;
  const response = await notCut(signal, () =>
    send(url, {
      method,
      redirect: "manual",
      signal,
      headers: {
        authorization: `Bearer ${key}`,
        accept: "application/json",
        // A line that is kept may be hung up on just as it is used again: nobody knows then what became of a write.
        connection: "close",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const text = await notCut(signal, () => readBounded(response));
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    // Whatever is repeated of the key is taken out before anybody reads it.
    text: text.replaceAll(secretOf(key), "…"),
  };
}

async function readBounded({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new Fault("kashew-unreadable", `Kashew's answer is over ${mostBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** By the codes of Node, of the resolver and of undici for a line that was never there. */
const neverSent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|ERR_SSL_\w+|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+)$/;

/** What fetch throws is left out of the fault: nobody promises what stands in it. */
async function notCut<Answer>(signal: AbortSignal, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (thrown) {
    // The timeout has its own error, and this one comes too late.
    if (thrown instanceof Fault || signal.aborted) throw thrown;
    const code = codeOf(thrown);
    if (neverSent.test(code)) throw new Fault("kashew-unreachable", `Kashew cannot be reached (${code})`);
    throw new Fault("kashew-cut", `the line to Kashew was cut (${code})`);
  }
}

function codeOf(thrown: unknown): string {
  const cause = thrown instanceof Error ? (thrown.cause ?? thrown) : thrown;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : "no code";
}
