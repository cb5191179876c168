import type { App } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import { atMost } from "../../at-most.ts";
import { toFault } from "../../errors.ts";
import type { InFlight } from "../../process/in-flight.ts";
import type { UserId } from "../../rules/people.ts";
import type { EventPayload } from "./payloads.ts";
import { EventPayload as EventSchema } from "./payloads.ts";
import type { Request } from "./request.ts";
import type { Sender } from "./who.ts";
import { senderOfEvent } from "./who.ts";

/** What follows from an event: something for the person who caused it, or for the installation as a whole. */
export type Happening =
  | { readonly kind: "person"; readonly userId: UserId; answer(request: Request): Promise<void> }
  | { readonly kind: "installation"; carryOut(): Promise<void> };

interface Deps {
  readonly inFlight: InFlight;
  begin(ask: { sender: Sender; did: string }): Promise<Request | undefined>;
}

/** Slack sends an event up to four times within some minutes. */
const rememberedMs = 15 * 60_000;

/** One listener for all events, each of which counts once. What nobody asked for is answered with nothing. */
export function listenForEvents(
  app: App,
  route: (payload: EventPayload) => (Happening & { readonly did: string }) | undefined,
  { inFlight, begin }: Deps,
): void {
  const seen = new LRUCache<string, true>({ ...atMost(10_000), ttl: rememberedMs });

  app.event(/.*/, ({ body }) =>
    inFlight.run(async () => {
      const payload = EventSchema.parse(body);
      if (seen.has(payload.event_id)) return;
      seen.set(payload.event_id, true);
      const happening = route(payload);
      if (happening === undefined) return;
      const did = `event ${happening.did}`;
      if (happening.kind === "installation") return happening.carryOut();
      const request = await begin({ sender: senderOfEvent(payload, happening.userId), did });
      if (request === undefined) return;
      request.acked();
      await happening.answer(request).catch((thrown: unknown) => request.failed(toFault(thrown)));
      request.end();
    }),
  );
}
