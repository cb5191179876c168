import type { Stream } from "./http.ts";
import type { Patch } from "./protocol.ts";
import type { SeedPerson } from "./seed.ts";
import { watchScreen } from "./what-changed.ts";
import type { World } from "./world.ts";

const heartbeatMs = 15_000;

/**
 * What a person sees, as server-sent events: everything, then what changed. All changes of one turn make one event, and
 * so do those that come while the other side still reads the one before.
 */
export function openLive(world: World, person: SeedPerson): Stream {
  return (response) => {
    const next = watchScreen(world, person);
    const first = next();
    let scheduled: NodeJS.Immediate | undefined;
    response.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
    });
    response.write("retry: 1000\n\n");
    send(first);
    world.events.on("changed", schedule);
    response.on("drain", schedule);
    const heartbeat = setInterval(() => {
      response.write(": still here\n\n");
      schedule();
    }, heartbeatMs).unref();
    response.on("close", () => {
      world.events.off("changed", schedule);
      clearInterval(heartbeat);
      clearImmediate(scheduled);
    });

    function schedule(): void {
      scheduled ??= setImmediate(() => {
        scheduled = undefined;
        if (!response.writableNeedDrain) sendWhatChanged();
      });
    }

    function sendWhatChanged(): void {
      try {
        send(next());
      } catch {
        // Something of the starter's broke. The page connects again, and is then told what.
        response.destroy();
      }
    }

    function send(patch: Patch | undefined): void {
      if (patch !== undefined) response.write(`data: ${JSON.stringify(patch)}\n\n`);
    }
  };
}
