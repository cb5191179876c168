import { appHindrance } from "./app-hindrance.ts";
import { deliver } from "./deliver.ts";
import { eventPayload } from "./event-payload.ts";
import { newId } from "./ids.ts";
import { mustInstallation } from "./lookup.ts";
import type { World } from "./world.ts";
import { changed } from "./world.ts";

export function isInstalled(world: World, workspace: string): boolean {
  return !world.revoked.has(mustInstallation(world, workspace).botToken);
}

/** Takes the token back, and with it all that the app shows there but its messages; then tells the app, in two events. */
export async function uninstall(world: World, workspace: string): Promise<void> {
  if (!isInstalled(world, workspace)) return;
  const { botToken, botUserId } = mustInstallation(world, workspace);
  world.revoked.add(botToken);
  for (const [person, stack] of world.stacks) {
    world.stacks.set(
      person,
      stack.filter((view) => view.team !== workspace),
    );
  }
  for (const [person, home] of world.homes) {
    if (home.team === workspace) world.homes.delete(person);
  }
  changed(world);
  await Promise.all([
    tell(world, workspace, { type: "app_uninstalled" }),
    tell(world, workspace, { type: "tokens_revoked", tokens: { oauth: [], bot: [botUserId] } }),
  ]);
}

/** The same token is good again. */
export function install(world: World, workspace: string): void {
  world.revoked.delete(mustInstallation(world, workspace).botToken);
  changed(world);
}

async function tell(world: World, team: string, event: { type: string } & Record<string, unknown>) {
  if (appHindrance(world) !== undefined) return;
  const payload = eventPayload(world, { team, event, eventId: newId("Ev") });
  const body = JSON.stringify(payload);
  await deliver(world, { kind: "event", body, payload, contentType: "application/json" });
}
