import { canary } from "./ids.ts";
import type { Seed } from "./seed.ts";
import { defaultSeed } from "./seed.ts";

/**
 * For an app that people install: nobody has it yet. Two workspaces, Acme and Beta Freight, and an organization, Globex,
 * with the workspaces Globex North and Globex South.
 */
export function installSeed({ tokenLifeSeconds }: { tokenLifeSeconds?: number } = {}): Seed {
  const base = defaultSeed();
  const member = (id: string) => (id === "U0APPBOT" || id === "U0BETABOT" ? [] : [id]);
  return {
    workspaces: [
      ...base.workspaces,
      { id: "T0NORTH", name: "Globex North", domain: "globex-north", enterprise: "E0GLOBEX" },
      { id: "T0SOUTH", name: "Globex South", domain: "globex-south", enterprise: "E0GLOBEX" },
    ],
    organizations: [{ id: "E0GLOBEX", name: "Globex" }],
    people: [
      ...base.people,
      { id: "U0FINN", name: "finn", realName: "Finn Moss", workspace: "T0BETA", role: "owner" },
      { id: "W0NOA", name: "noa", realName: "Noa Berg", workspace: "T0NORTH", role: "owner" },
      { id: "W0SOL", name: "sol", realName: "Sol Vega", workspace: "T0SOUTH", role: "owner" },
    ],
    channels: [
      ...base.channels.map((channel) => ({ ...channel, members: channel.members.flatMap(member) })),
      { id: "C0NORTHGENERAL", name: "general", workspace: "T0NORTH", members: ["W0NOA"] },
      { id: "C0SOUTHGENERAL", name: "general", workspace: "T0SOUTH", members: ["W0SOL"] },
    ],
    app: {
      ...base.app,
      installations: [],
      oauth: {
        clientId: "1234567890.0987654321",
        clientSecret: `${canary}-client-secret`,
        redirectUrls: [],
        ...(tokenLifeSeconds === undefined ? {} : { tokenLifeSeconds }),
      },
    },
  };
}
