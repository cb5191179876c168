import type { SeedChannel, SeedInstallation, SeedPerson, SeedWorkspace } from "./seed.ts";
import type { World } from "./world.ts";

export function personById(world: World, id: string): SeedPerson | undefined {
  return world.seed.people.find((person) => person.id === id);
}

/** By id, short name or first name in lower case. */
export function personByName(world: World, name: string): SeedPerson {
  const wanted = name.toLowerCase();
  const found = world.seed.people.find(
    (person) =>
      person.id.toLowerCase() === wanted ||
      person.name.toLowerCase() === wanted ||
      person.realName.toLowerCase().split(" ")[0] === wanted,
  );
  if (found !== undefined) return found;
  const known = world.seed.people.map((person) => person.name).join(", ");
  throw new Error(`Nobody here is called ${name}. There are: ${known}.`);
}

export function workspaceById(world: World, id: string): SeedWorkspace {
  const found = world.seed.workspaces.find((workspace) => workspace.id === id);
  if (found === undefined) throw new Error(`The seed has no workspace ${id}.`);
  return found;
}

export function channelById(world: World, id: string): SeedChannel | undefined {
  return world.seed.channels.find((channel) => channel.id === id);
}

export function installationOf(world: World, workspace: string): SeedInstallation | undefined {
  return world.seed.app.installations.find(
    (installation) => installation.workspace === workspace && isGood(world, installation),
  );
}

/** Neither its token was taken back nor, by its organization, the workspace. */
export function isGood(world: World, { workspace, botToken }: SeedInstallation): boolean {
  return !world.revoked.has(botToken) && !world.withheld.has(workspace);
}

export function mustInstallation(world: World, workspace: string): SeedInstallation {
  const found = world.seed.app.installations.find((installation) => installation.workspace === workspace);
  if (found === undefined) throw new Error(`The app is not installed in ${workspace}.`);
  return found;
}

/** Channels that a person can open: those they are in, and the public ones of their own workspace unless they are a guest. */
export function channelsFor(world: World, person: SeedPerson): SeedChannel[] {
  const guest = person.role === "guest" || person.role === "single-channel-guest";
  return world.seed.channels.filter(
    (channel) =>
      channel.members.includes(person.id) ||
      (channel.private !== true && channel.workspace === person.workspace && !guest && !isDm(channel.id)),
  );
}

export function isDm(channel: string): boolean {
  return channel.startsWith("D");
}

/** As payloads name it: DMs and private channels have no name there. */
export function channelName(channel: SeedChannel): string {
  if (isDm(channel.id)) return "directmessage";
  return channel.private === true ? "privategroup" : channel.name;
}

/** The conversation between a person and the app, made when first needed. */
export function dmWith(world: World, person: SeedPerson, installation: SeedInstallation): SeedChannel {
  const found = world.seed.channels.find(
    (channel) =>
      isDm(channel.id) &&
      channel.members.includes(person.id) &&
      channel.members.includes(installation.botUserId),
  );
  if (found !== undefined) return found;
  const made: SeedChannel = {
    id: `D${person.id.slice(1)}${installation.workspace.slice(1)}`,
    name: "directmessage",
    workspace: installation.workspace,
    members: [person.id, installation.botUserId],
    private: true,
  };
  world.seed.channels.push(made);
  return made;
}
