import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { documented } from "./documented.ts";

type Method = "GET" | "POST";
type Stored = Record<string, unknown>;

/** What happens to a request instead of what is documented. */
export type Mood =
  /** Answered so, and nothing is done. */
  | {
      readonly kind: "answers";
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Record<string, string>;
    }
  /** Done, and then answered so. */
  | { readonly kind: "does-and-answers"; readonly status: number; readonly body: unknown }
  /** No answer, ever. */
  | { readonly kind: "hangs"; readonly isDone: boolean }
  /** The line is cut; `mid-answer` is when half of it is sent. */
  | { readonly kind: "cuts"; readonly when: "before" | "after" | "mid-answer" }
  | { readonly kind: "dawdles"; readonly ms: number }
  /** Answers as soon as it may. */
  | {
      readonly kind: "waits";
      readonly until: Promise<void>;
      readonly status: number;
      readonly body: unknown;
    };

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: unknown;
}

export type KashewStub = Awaited<ReturnType<typeof startKashewStub>>;

/** What `GET /icp-profiles` is documented to return of a profile. */
const returned = Object.keys(documented.list.profiles[0]);

/**
 * A Kashew made from its documented bodies alone, on loopback. It knows the keys it is given, keeps what is posted and
 * returns of it what is documented; in any mood it can be told to be in, once or for good.
 */
export async function startKashewStub({ keys }: { keys: Iterable<string> }) {
  const valid = new Set(keys);
  const profiles: Stored[] = [];
  const asked: Asked[] = [];
  const moods: Record<Method, Mood[]> = { GET: [], POST: [] };
  const lasting: Partial<Record<Method, Mood>> = {};
  let clock = Date.parse("2026-05-01T12:00:00Z");
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/api/v1`,
    /** As they are kept, with what GET does not return. */
    profiles,
    /** Every request there was. */
    asked,
    count: (method: Method) => asked.filter((each) => each.method === method).length,
    /** The next requests of this kind meet this mood, one each. */
    next(method: Method, ...next: Mood[]): void {
      moods[method].push(...next);
    },
    /** All requests of this kind meet this mood, from now on, or none. */
    always(method: Method, mood: Mood | undefined): void {
      if (mood === undefined) delete lasting[method];
      else lasting[method] = mood;
    },
    /** A profile that somebody makes in Kashew itself. */
    make(profile: Stored): Stored {
      return keep({ ...profile });
    },
    admit: (key: string) => void valid.add(key),
    revoke: (key: string) => void valid.delete(key),
    setClock(at: Date): void {
      clock = at.getTime();
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const method: Method = request.method === "POST" ? "POST" : "GET";
    const { authorization = "" } = request.headers;
    asked.push({
      method: request.method ?? "",
      path: request.url ?? "",
      authorization,
      body: body && JSON.parse(body),
    });
    const mood = moods[method].shift() ?? lasting[method];
    switch (mood?.kind) {
      case undefined:
        return send(response, answer(request, body));
      case "answers":
        return send(response, mood);
      case "does-and-answers":
        answer(request, body);
        return send(response, mood);
      case "hangs":
        if (mood.isDone) answer(request, body);
        return;
      case "cuts": {
        const done = mood.when === "before" ? undefined : answer(request, body);
        if (mood.when === "mid-answer") await sendHalf(response, done?.body);
        return void request.socket.destroy();
      }
      case "waits":
        await mood.until;
        return send(response, mood);
      case "dawdles":
        await setTimeout(mood.ms);
        return send(response, answer(request, body));
    }
  }

  function answer(request: IncomingMessage, body: string): { status: number; body: unknown } {
    const key = request.headers.authorization?.replace(/^Bearer /, "") ?? "";
    if (!valid.has(key)) return { status: 401, body: documented.invalidKey };
    if (request.url !== "/api/v1/icp-profiles") return { status: 404, body: { detail: "Not Found" } };
    if (request.method === "GET") return { status: 200, body: { profiles: profiles.map(toReturned) } };
    const draft = JSON.parse(body);
    if (typeof draft.name !== "string") {
      const missing = { loc: ["body", "name"], msg: "field required", type: "value_error.missing" };
      return { status: 422, body: { detail: [missing] } };
    }
    return { status: 201, body: { ...documented.created, id: keep(draft).id } };
  }

  function keep(profile: Stored): Stored {
    const at = new Date(clock).toISOString().replace(".000Z", "Z");
    clock += 1000;
    const kept = { id: crypto.randomUUID(), created_at: at, ...profile };
    profiles.push(kept);
    return kept;
  }
}

/** Documented defaults stand where nothing was sent. */
const defaults: Stored = { description: "", is_active: true, daily_prospect_limit: 10 };

/** Keys that no page documents come along, as they would from a newer Kashew. */
function toReturned(profile: Stored): Stored {
  const whole: Stored = {
    ...defaults,
    ...Object.fromEntries(returned.filter(isList).map((key) => [key, []])),
    ...profile,
  };
  const hidden = Object.keys(documented.create).filter((key) => !returned.includes(key));
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !hidden.includes(key)));
}

function isList(key: string): boolean {
  return Array.isArray(documented.list.profiles[0][key]);
}

function send(
  response: ServerResponse,
  { status, body, headers = {} }: { status: number; body: unknown; headers?: Record<string, string> },
): void {
  const isText = typeof body === "string";
  response.writeHead(status, { "content-type": isText ? "text/html" : "application/json", ...headers });
  response.end(isText ? body : JSON.stringify(body));
}

async function sendHalf(response: ServerResponse, body: unknown): Promise<void> {
  const whole = JSON.stringify(body ?? {});
  response.writeHead(200, { "content-type": "application/json", "content-length": whole.length });
  await new Promise((resolve) => response.write(whole.slice(0, whole.length / 2), resolve));
}
