import { once } from "node:events";
import { request } from "node:http";
import { onTestFinished } from "vitest";
import type {
  ActAnswer as Answer,
  Patch,
  ShownExchange,
  ShownMessage,
} from "../../../src/sandbox/server/protocol.ts";
import { ActAnswer } from "../../../src/sandbox/server/protocol.ts";

/** Posts an act, as the page does. */
export async function act(
  url: string,
  body: { as?: string; do: string } & Record<string, unknown>,
): Promise<Answer> {
  const response = await fetch(`${url}/sandbox/act`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ as: "ana", ...body }),
  });
  return ActAnswer.parse(await response.json());
}

/** What the stream brought so far, put together as the page does. */
export type Screen = Required<Omit<Patch, "gone">>;

/** Follows a person's screen. */
export async function follow(url: string, as = "ana") {
  const patches: Patch[] = [];
  const waiting = new Set<() => void>();
  let comments = 0;
  let rest = "";
  const hangUp = new AbortController();
  onTestFinished(() => hangUp.abort());
  const response = await fetch(`${url}/sandbox/live?as=${as}`, { signal: hangUp.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const ended = read().catch(() => undefined);

  async function read(): Promise<void> {
    for (;;) {
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) return;
      const events = (rest + chunk.value).split("\n\n");
      rest = events.pop() ?? "";
      for (const event of events) {
        if (event.startsWith(":")) comments += 1;
        if (event.startsWith("data: ")) patches.push(JSON.parse(event.slice("data: ".length)) as Patch);
      }
      for (const look of waiting) look();
    }
  }

  const line = {
    response,
    patches,
    hangUp: () => hangUp.abort(),
    /** Resolves when no more is to come. */
    ended,
    get comments() {
      return comments;
    },
    /** Everything, as it stands now. */
    get screen(): Screen {
      const messages = new Map<string, ShownMessage>();
      const exchanges = new Map<number, ShownExchange>();
      const parts = {};
      for (const { messages: fresh = [], gone = [], exchanges: told = [], ...others } of patches) {
        for (const one of fresh) messages.set(one.key, one);
        for (const key of gone) messages.delete(key);
        for (const one of told) exchanges.set(one.id, one);
        Object.assign(parts, others);
      }
      return { ...parts, messages: [...messages.values()], exchanges: [...exchanges.values()] } as Screen;
    },
    /** Waits until what came so far is as wished. */
    async until<T>(wished: (screen: Screen) => T | undefined | false): Promise<T> {
      for (;;) {
        const found = patches.length > 0 && wished(line.screen);
        if (found !== undefined && found !== false) return found;
        await new Promise<void>((resolve) => {
          const look = () => {
            waiting.delete(look);
            resolve();
          };
          waiting.add(look);
        });
      }
    },
  };
  await line.until(() => true);
  return line;
}

/** A request as no fetch would send it: with any Host, Origin or path. */
export async function ask(
  url: string,
  { path, method = "GET", headers = {} }: { path: string; method?: string; headers?: Record<string, string> },
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { hostname, port } = new URL(url);
  const asking = request({ host: hostname, port, path, method, headers });
  asking.end();
  const [response] = await once(asking, "response");
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() };
}
