import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

/** Far enough that no other sandbox's page is there. */
const apart = 100;

/**
 * Where the bot is to listen: beside the page, so that a program finds its REST API there at the next start too, or
 * on any free port where that one is taken.
 */
export async function botPortFor(pageUrl: string): Promise<number> {
  const beside = Number(new URL(pageUrl).port) + apart;
  return tryPort(beside > 65_535 ? 0 : beside).catch(() => tryPort(0));
}

/** The port, if it is free; 0 is any. */
async function tryPort(port: number): Promise<number> {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return free;
}
