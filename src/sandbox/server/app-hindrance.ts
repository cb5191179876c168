import type { World } from "./world.ts";

/** Waits for an app that is starting, as long as Slack waits for an ack. It goes before the making of a trigger, which ages. */
export async function untilStarted(world: World): Promise<void> {
  const { events } = world;
  const isStarting = () => world.appState?.now().kind === "starting";
  if (!isStarting()) return;
  const over = Promise.withResolvers<void>();
  const look = () => void (isStarting() || over.resolve());
  const giveUp = setTimeout(over.resolve, world.ackDeadlineMs).unref();
  events.on("changed", look);
  await over.promise;
  events.off("changed", look);
  clearTimeout(giveUp);
}

/** Why nothing reaches the app, in words for people; undefined where it can be reached. */
export function appHindrance(world: World): string | undefined {
  const { name } = world.seed.app;
  switch (world.appState?.now().kind) {
    case "starting":
      return `${name} is still starting. Try again in a moment.`;
    case "crashed":
      return `${name} has crashed, so nothing reaches it. Weather shows its log and starts it again.`;
    default:
      return isConnected(world) ? undefined : `No app is connected yet: ${name} has to be started.`;
  }
}

function isConnected(world: World): boolean {
  return world.seed.app.requestUrl !== undefined || world.sockets.isUsed;
}
