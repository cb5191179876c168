import type { Complaint } from "../judge/judge.ts";
import type { Exchange, World } from "./world.ts";
import { changed } from "./world.ts";

const kept = 2000;

/** Keeps an exchange; its answer is filled in by `answered` when it is known. */
export function recordExchange(
  world: World,
  args: Pick<Exchange, "direction" | "kind" | "payload"> & { person?: string },
): Exchange {
  world.counters.exchange += 1;
  const exchange: Exchange = {
    id: world.counters.exchange,
    at: world.now(),
    status: 0,
    response: undefined,
    ackMs: 0,
    complaints: [],
    ...args,
  };
  world.exchanges.push(exchange);
  if (world.exchanges.length > kept) world.exchanges.shift();
  return exchange;
}

export function recordComplaints(world: World, exchange: Exchange, complaints: readonly Complaint[]): void {
  exchange.complaints.push(...complaints);
  for (const complaint of complaints) {
    world.complaints.push({ ...complaint, exchange: exchange.id, kind: exchange.kind });
    if (world.complaints.length > kept) world.complaints.shift();
  }
  if (complaints.length > 0) changed(world);
}
