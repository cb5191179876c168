import { once } from "node:events";
import type { Socket } from "node:net";
import { connect } from "node:net";
import type { Figure } from "./figure.ts";
import { counted } from "./figure.ts";

/** Longer than the bot's patience, which ends after 30 s. */
const patienceMs = 45_000;

const post = "POST /slack/events HTTP/1.1\r\nhost: bot\r\n";
const slow = [
  ["  that say nothing", ""],
  ["  with endless headers", post],
  ["  with an endless body", `${post}content-length: 100000\r\n\r\n`],
] as const;

/** Opens so many connections that never end what they begin, a letter a second; `hungUp` waits until the bot ends them. */
export function holdOn(url: string, count: number): { hungUp(): Promise<Figure[]> } {
  const kinds = slow.map(([what, beginning], kind) => {
    const share = Math.floor((count + kind) / slow.length);
    return { what, clients: Array.from({ length: share }, () => holdOnce(url, beginning)) };
  });
  return {
    async hungUp() {
      const figures: Figure[] = [];
      for (const { what, clients } of kinds) {
        const ended = (await Promise.all(clients)).filter(Boolean).length;
        figures.push(counted(what, ended, ended === clients.length));
      }
      return [counted("slow clients that were hung up on", count), ...figures];
    },
  };
}

async function holdOnce(url: string, beginning: string): Promise<boolean> {
  const socket = open(url).resume();
  const late = AbortSignal.timeout(patienceMs);
  socket.write(beginning);
  const drip = beginning === "" ? undefined : setInterval(() => socket.write("x"), 1000);
  try {
    await once(socket, "close", { signal: late });
    return true;
  } catch {
    return false;
  } finally {
    clearInterval(drip);
    socket.destroy();
  }
}

const hidden = "GET /healthz HTTP/1.1\r\nhost: bot\r\n\r\n";
const lengths = [
  `content-length: ${hidden.length}\r\ntransfer-encoding: chunked`,
  `content-length: 0\r\ncontent-length: ${hidden.length}`,
  "transfer-encoding: chunked, identity",
  "transfer-encoding: xchunked",
];

/** Requests of which a proxy might see one and the bot two. Each is refused, and nothing in it is answered. */
export async function hideRequests(url: string, count: number): Promise<Figure> {
  let refused = 0;
  for (let times = 0; times < count; times += 1) {
    const socket = open(url);
    socket.setTimeout(2000, () => socket.destroy());
    let heard = "";
    socket.setEncoding("utf8").on("data", (text: string) => {
      heard += text;
    });
    socket.write(`${post}${lengths[times % lengths.length]}\r\n\r\n0\r\n\r\n${hidden}`);
    await once(socket, "close");
    const answers = heard.match(/^HTTP\/1\.1 \d+/gm);
    if (answers?.join() === "HTTP/1.1 400") refused += 1;
  }
  return counted("a request that hides in another", refused, refused === count);
}

function open(url: string): Socket {
  const { hostname, port } = new URL(url);
  // A line that is reset was hung up, too.
  return connect(Number(port), hostname).on("error", () => undefined);
}
