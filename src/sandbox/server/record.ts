import type { Complaint } from "../judge/judge.ts";
import type { Exchange, World } from "./world.ts";
import { changed } from "./world.ts";

const kept = 2000;

/** Keeps an exchange as it begins. `settle` says how it ended. */
export function recordExchange(
  world: World,
  args: Pick<Exchange, "direction" | "kind" | "payload"> & { person?: string },
): Exchange {
  world.counters.exchange += 1;
  const exchange: Exchange = {
    id: world.counters.exchange,
    at: world.now(),
    isPending: true,
    status: 0,
    response: undefined,
    ackMs: 0,
    complaints: [],
    ...args,
  };
  world.exchanges.push(exchange);
  if (world.exchanges.length > kept) world.exchanges.shift();
  changed(world);
  return exchange;
}

export function settle(
  world: World,
  exchange: Exchange,
  ending: Pick<Exchange, "status" | "response" | "ackMs"> & { error?: string | undefined },
): void {
  const { error, ...answered } = ending;
  Object.assign(exchange, { ...answered, isPending: false, ...(error !== undefined && { error }) });
  changed(world);
}

export function recordComplaints(world: World, exchange: Exchange, complaints: readonly Complaint[]): void {
  exchange.complaints.push(...complaints);
  for (const complaint of complaints) {
    world.complaints.push({ ...complaint, exchange: exchange.id, kind: exchange.kind });
    if (world.complaints.length > kept) world.complaints.shift();
  }
  if (complaints.length > 0) changed(world);
}
