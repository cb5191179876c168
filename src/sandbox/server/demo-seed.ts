import { canary } from "./ids.ts";
import type { Seed, SeedCommand, SeedInstallation, SeedShortcut } from "./seed.ts";
import { betaInstallation, defaultSeed } from "./seed.ts";

/** What an app's manifest says of it. */
interface DemoApp {
  name?: string;
  scopes?: string[];
  commands?: SeedCommand[];
  shortcuts?: SeedShortcut[];
}

const cobaltInstallation: SeedInstallation = {
  workspace: "T0COBALT",
  botToken: `xoxb-cobalt-${canary}`,
  botUserId: "U0COBALTBOT",
  botId: "B0COBALTBOT",
};

/**
 * For people who try an app: three workspaces that have it, Acme with every role, Beta Freight and Cobalt, and one that
 * does not, Stone & Vale of another organization, whose Eve is in one shared channel.
 */
export function demoSeed(app: DemoApp = {}): Seed {
  const base = defaultSeed();
  const acme = ["U0ANA", "U0OWEN", "U0BEN"];
  return {
    workspaces: [
      { id: "T0ACME", name: "Acme", domain: "acme" },
      { id: "T0BETA", name: "Beta Freight", domain: "beta-freight" },
      { id: "T0COBALT", name: "Cobalt", domain: "cobalt" },
      { id: "T0STONE", name: "Stone & Vale", domain: "stone-vale", enterprise: "E0STONE" },
    ],
    people: [
      { id: "U0ANA", name: "ana", realName: "Ana Ruiz", workspace: "T0ACME", role: "owner" },
      { id: "U0OWEN", name: "owen", realName: "Owen Park", workspace: "T0ACME", role: "admin" },
      { id: "U0BEN", name: "ben", realName: "Ben Ito", workspace: "T0ACME", role: "member" },
      { id: "U0GUS", name: "gus", realName: "Gus Lind", workspace: "T0ACME", role: "guest" },
      { id: "U0FINN", name: "finn", realName: "Finn Moss", workspace: "T0BETA", role: "owner" },
      { id: "U0MIA", name: "mia", realName: "Mia Dahl", workspace: "T0BETA", role: "member" },
      { id: "U0LEA", name: "lea", realName: "Lea Frey", workspace: "T0COBALT", role: "owner" },
      { id: "U0TOM", name: "tom", realName: "Tom Hale", workspace: "T0COBALT", role: "member" },
      { id: "U0EVE", name: "eve", realName: "Eve Stone", workspace: "T0STONE", role: "member" },
    ],
    channels: [
      {
        id: "C0GENERAL",
        name: "general",
        workspace: "T0ACME",
        members: [...acme, "U0GUS", "U0APPBOT"],
      },
      { id: "C0SALES", name: "sales", workspace: "T0ACME", members: acme },
      {
        id: "C0LEADS",
        name: "leads-private",
        workspace: "T0ACME",
        members: ["U0ANA", "U0BEN", "U0APPBOT"],
        private: true,
      },
      {
        id: "C0PARTNERS",
        name: "partners",
        workspace: "T0ACME",
        members: ["U0ANA", "U0BEN", "U0EVE", "U0APPBOT"],
        sharedWith: ["T0STONE"],
      },
      {
        id: "C0BETAGENERAL",
        name: "general",
        workspace: "T0BETA",
        members: ["U0FINN", "U0MIA", betaInstallation.botUserId],
      },
      {
        id: "C0COBALTGENERAL",
        name: "general",
        workspace: "T0COBALT",
        members: ["U0LEA", "U0TOM", cobaltInstallation.botUserId],
      },
    ],
    app: {
      ...base.app,
      ...app,
      installations: [...base.app.installations, betaInstallation, cobaltInstallation],
    },
  };
}
