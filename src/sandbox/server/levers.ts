import { install, isInstalled, uninstall } from "./install.ts";
import { workspaceById } from "./lookup.ts";
import type { Lever } from "./protocol.ts";
import type { Role, SeedPerson } from "./seed.ts";
import type { OwnLever, World } from "./world.ts";
import { changed } from "./world.ts";

/** Everything that can be turned: this Slack's own levers, then those of whoever started it. */
function leversOf(world: World): OwnLever[] {
  return [
    ...delayLevers(world),
    ...world.seed.app.installations.map(({ workspace }) => installationLever(world, workspace)),
    ...world.levers,
    ...world.seed.people.map((person) => roleLever(person)),
  ];
}

export function drawLevers(world: World): Lever[] {
  return leversOf(world).map(({ id, label, group, options, value }) => ({
    id,
    label,
    group,
    options,
    value: value(),
  }));
}

/** Throws, in words, where there is no such lever or position. */
export async function setLever(world: World, id: string, to: string): Promise<void> {
  const lever = leversOf(world).find((one) => one.id === id);
  if (lever === undefined) throw new Error(`There is no lever ${id}.`);
  if (!lever.options.some((option) => option.value === to)) {
    const positions = lever.options.map((option) => option.value).join(", ");
    throw new Error(`${lever.label} cannot be set to ${to}. It takes: ${positions}.`);
  }
  await lever.set(to);
  changed(world);
}

function delayLevers({ delays }: World): OwnLever[] {
  const options = [
    { value: "0", label: "None" },
    { value: "300", label: "300 ms" },
    { value: "1000", label: "1 s" },
    { value: "2900", label: "2.9 s, just in time" },
    { value: "3500", label: "3.5 s, too late" },
  ];
  const lever = (id: keyof typeof delays, label: string, most = options.length): OwnLever => ({
    id: `delay:${id}`,
    label,
    group: "Network",
    options: options.slice(0, most),
    value: () => String(delays[id]),
    set: (to) => {
      delays[id] = Number(to);
    },
  });
  return [
    lever("toApp", "Delay of what Slack sends to the app"),
    lever("webApi", "Delay of the app's calls to Slack"),
    lever("ack", "Delay before Slack carries out a form's ack", 3),
  ];
}

function installationLever(world: World, workspace: string): OwnLever {
  return {
    id: `installed:${workspace}`,
    label: `${world.seed.app.name} in ${workspaceById(world, workspace).name}`,
    group: "App",
    options: [
      { value: "yes", label: "Installed" },
      { value: "no", label: "Uninstalled" },
    ],
    value: () => (isInstalled(world, workspace) ? "yes" : "no"),
    set: (to) => (to === "yes" ? install(world, workspace) : uninstall(world, workspace)),
  };
}

const roles = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
  guest: "Guest",
  "single-channel-guest": "Single-channel guest",
  deactivated: "Deactivated",
  bot: "Bot",
} satisfies Record<Role, string>;

function roleLever(person: SeedPerson): OwnLever {
  const options = Object.entries(roles).map(([value, label]) => ({ value, label }));
  return {
    id: `role:${person.id}`,
    label: person.realName,
    group: "People",
    options: person.role === "bot" ? options : options.filter(({ value }) => value !== "bot"),
    value: () => person.role,
    set: (to) => {
      person.role = to as Role;
    },
  };
}
