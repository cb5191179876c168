import { appHindrance } from "./app-hindrance.ts";
import { deliver } from "./deliver.ts";
import { eventPayload } from "./event-payload.ts";
import { newId } from "./ids.ts";
import { isGood, mustInstallation } from "./lookup.ts";
import type { SeedInstallation } from "./seed.ts";
import type { World } from "./world.ts";
import { changed } from "./world.ts";

export function isInstalled(world: World, workspace: string): boolean {
  return isGood(world, mustInstallation(world, workspace));
}

/**
 * Takes the token back, and with it all that the app shows there but its messages; then tells the app, in two events.
 * Of an organization's installation one workspace alone is taken away, in one event.
 */
export async function uninstall(world: World, workspace: string): Promise<void> {
  const installation = mustInstallation(world, workspace);
  if (!isGood(world, installation)) return;
  takeAway(world, installation);
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
  if (installation.enterprise !== undefined) {
    return tell(world, workspace, { type: "team_access_revoked", team_ids: [workspace] });
  }
  await Promise.all([
    tell(world, workspace, { type: "app_uninstalled" }),
    tell(world, workspace, {
      type: "tokens_revoked",
      tokens: { oauth: [], bot: [installation.botUserId] },
    }),
  ]);
}

export function takeAway(world: World, { workspace, botToken, enterprise }: SeedInstallation): void {
  if (enterprise === undefined) world.revoked.add(botToken);
  else world.withheld.add(workspace);
}

/** The same token is good again; of an organization's installation the app is told. */
export async function install(world: World, workspace: string): Promise<void> {
  if (isInstalled(world, workspace)) return;
  const { botToken, enterprise } = mustInstallation(world, workspace);
  world.revoked.delete(botToken);
  world.withheld.delete(workspace);
  changed(world);
  if (enterprise === undefined) return;
  await tell(world, workspace, { type: "team_access_granted", team_ids: [workspace] });
}

async function tell(world: World, team: string, event: { type: string } & Record<string, unknown>) {
  if (appHindrance(world) !== undefined) return;
  const payload = eventPayload(world, { team, event, eventId: newId("Ev") });
  const body = JSON.stringify(payload);
  await deliver(world, { kind: "event", body, payload, contentType: "application/json" });
}
