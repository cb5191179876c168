import { channelsFor, dmWith, installationOf, isDm, isGood } from "./lookup.ts";
import type { Place, Scene } from "./protocol.ts";
import type { SeedChannel, SeedPerson } from "./seed.ts";
import type { World } from "./world.ts";

/** The app's home, as a place. */
export const homePlace = "home";

/** Who and what there is, as one person sees it. */
export function drawScene(world: World, me: SeedPerson): Scene {
  const { app, workspaces, people } = world.seed;
  return {
    app: {
      id: app.id,
      name: app.name,
      botUserIds: app.installations.map(({ botUserId }) => botUserId),
      commands: app.commands.map(({ command, description, usageHint }) => ({
        command,
        description,
        usageHint,
      })),
      shortcuts: app.shortcuts.map(({ name, description = "" }) => ({ name, description })),
    },
    workspaces: workspaces.map(({ id, name }) => ({
      id,
      name,
      isInstalled: installationOf(world, id) !== undefined,
    })),
    people: people.map(({ id, name, realName, workspace, role }) => ({
      id,
      name,
      realName,
      workspace,
      role,
    })),
    me: me.id,
    places: placesFor(world, me),
  };
}

/** What a person can open: the app's home and its messages where it is installed, then their channels. */
export function placesFor(world: World, person: SeedPerson): Place[] {
  const installation = installationOf(world, person.workspace);
  if (installation !== undefined) dmWith(world, person, installation);
  const home: Place = {
    id: homePlace,
    name: "Home",
    kind: "app-home",
    workspace: person.workspace,
    isShared: false,
    hasApp: true,
  };
  const places = channelsFor(world, person).map((channel) => toPlace(world, channel));
  return [
    ...(installation === undefined ? [] : [home]),
    ...places.filter(({ kind }) => kind === "app-messages"),
    ...places.filter(({ kind }) => kind !== "app-messages"),
  ];
}

export function toPlace(world: World, channel: SeedChannel): Place {
  const installed = world.seed.app.installations.filter((one) => isGood(world, one));
  return {
    id: channel.id,
    name: isDm(channel.id) ? "Messages" : channel.name,
    kind: isDm(channel.id) ? "app-messages" : channel.private === true ? "private" : "public",
    workspace: channel.workspace,
    isShared: (channel.sharedWith ?? []).length > 0,
    hasApp: installed.some(({ botUserId }) => channel.members.includes(botUserId)),
  };
}
