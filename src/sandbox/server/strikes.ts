import { anyMethod } from "./faults.ts";
import type { Strike } from "./protocol.ts";
import { deadUrl } from "./response-urls.ts";
import type { World } from "./world.ts";
import { changed } from "./world.ts";

interface OwnStrike extends Omit<Strike, "pending"> {
  pending(world: World): number;
  strike(world: World): void;
}

const strikes: OwnStrike[] = [
  {
    id: "api-429",
    label: "Too many requests",
    hint: "Slack answers the app's next call with 429 and asks it to wait a second.",
    pending: ({ faults }) => faults.pending(anyMethod).filter((one) => statusOf(one) === 429).length,
    strike: ({ faults }) => faults.failNext(anyMethod, { status: 429, retryAfter: 1 }),
  },
  {
    id: "api-500",
    label: "Slack breaks",
    hint: "Slack answers the app's next call with 500.",
    pending: ({ faults }) => faults.pending(anyMethod).filter((one) => statusOf(one) === 500).length,
    strike: ({ faults }) => faults.failNext(anyMethod, { status: 500 }),
  },
  counted("trigger-expired", "trigger", {
    label: "Trigger expires",
    hint: "The next modal that the app opens comes too late.",
  }),
  counted("ack-lost", "ack", {
    label: "Ack is lost",
    hint: "The app does what it was asked, and Slack never hears of it.",
  }),
  counted("response-url-dead", "response_url", {
    label: "response_url dies",
    hint: "The next response_url that the app uses has expired.",
  }),
];

const socketCut: OwnStrike = {
  id: "socket-cut",
  label: "WebSocket is cut",
  hint: "Every connection of the app breaks at once.",
  pending: () => 0,
  strike: ({ sockets }) => sockets.cut(),
};

export function drawStrikes(world: World): Strike[] {
  return strikesOf(world).map(({ id, label, hint, pending }) => ({
    id,
    label,
    hint,
    pending: pending(world),
  }));
}

/** Lets something go wrong once more. Throws, in words, where there is nothing of that name. */
export function strike(world: World, id: string): void {
  const found = strikesOf(world).find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is nothing called ${id} that could go wrong.`);
  found.strike(world);
  changed(world);
}

function strikesOf(world: World): OwnStrike[] {
  return world.sockets.isUsed ? [...strikes, socketCut] : strikes;
}

function counted(id: string, method: string, told: { label: string; hint: string }): OwnStrike {
  return {
    id,
    ...told,
    pending: ({ faults }) => faults.pending(method).length,
    strike: ({ faults }) => faults.failNext(method, deadUrl),
  };
}

function statusOf(failure: unknown): unknown {
  return typeof failure === "object" && failure !== null && "status" in failure ? failure.status : undefined;
}
