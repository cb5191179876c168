import type { ActAnswer, Patch } from "../../server/protocol.ts";
import type { ActBody } from "../kit/slack.ts";
import type { Screen } from "./screen.ts";
import { begun, patched } from "./screen.ts";

/** What one person sees, and how the line to the sandbox fares. */
export interface LiveState {
  person: string;
  line: { kind: "connecting" | "open" | "lost" } | { kind: "refused"; words: string };
  /** Undefined until the sandbox has said what this person sees. */
  screen: Screen | undefined;
}

export interface Live {
  now(): LiveState;
  subscribe(listener: () => void): () => void;
  /** Forgets what the person before saw, and follows another one. */
  follow(person: string): void;
  act(act: ActBody): Promise<ActAnswer>;
}

const retryMs = 2000;

/** Follows one person's screen over server-sent events, and does what they do. */
export function createLive(person: string): Live {
  let state: LiveState = { person, line: { kind: "connecting" }, screen: undefined };
  const listeners = new Set<() => void>();
  let hangUp = open(person);

  return {
    now: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow(next) {
      if (next === state.person && state.line.kind !== "refused") return;
      hangUp();
      set({ person: next, line: { kind: "connecting" }, screen: undefined });
      hangUp = open(next);
    },
    act: (act) => post({ as: state.person, ...act }),
  };

  function set(next: LiveState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function open(as: string): () => void {
    const url = `/sandbox/live?as=${encodeURIComponent(as)}`;
    let isOver = false;
    let isFirst = true;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let source = connect();
    return () => {
      isOver = true;
      clearTimeout(retry);
      source.close();
    };

    function connect(): EventSource {
      const stream = new EventSource(url);
      stream.onopen = () => {
        isFirst = true;
      };
      stream.onmessage = ({ data }: MessageEvent<string>) => {
        if (isOver) return;
        const patch = JSON.parse(data) as Patch;
        const screen =
          isFirst || state.screen === undefined ? begun(state.screen, patch) : patched(state.screen, patch);
        isFirst = false;
        set({ person: as, line: { kind: "open" }, screen });
      };
      stream.onerror = () => {
        if (isOver) return;
        set({ ...state, line: { kind: "lost" } });
        // The browser tries again by itself, unless it was answered with something else than a stream.
        if (stream.readyState === EventSource.CLOSED) void askWhy();
      };
      return stream;
    }

    async function askWhy(): Promise<void> {
      const words = await refusal(url);
      if (isOver) return;
      if (words !== undefined)
        return set({ person: as, line: { kind: "refused", words }, screen: undefined });
      retry = setTimeout(() => {
        source = connect();
      }, retryMs);
    }
  }
}

/** Why the sandbox does not let itself be followed; undefined where it may well do so a little later. */
async function refusal(url: string): Promise<string | undefined> {
  const hangUp = new AbortController();
  try {
    const response = await fetch(url, { signal: hangUp.signal });
    if (response.status < 400 || response.status >= 500) return undefined;
    return errorIn(await response.text());
  } catch {
    return undefined;
  } finally {
    hangUp.abort();
  }
}

async function post(act: { as: string } & ActBody): Promise<ActAnswer> {
  try {
    const response = await fetch("/sandbox/act", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(act),
    });
    const body = await response.text();
    return response.ok ? (JSON.parse(body) as ActAnswer) : { error: errorIn(body) };
  } catch {
    return { error: "The sandbox does not answer. Is it still running?" };
  }
}

function errorIn(body: string): string {
  try {
    const read: unknown = JSON.parse(body);
    if (typeof read === "object" && read !== null && "error" in read) return String(read.error);
  } catch {}
  return body || "The sandbox refused without a word.";
}
