import type { Config, InstallConfig, SlackConfig } from "./config.ts";
import { StartProblem } from "./errors.ts";
import { createAllowance } from "./http/allowance.ts";
import type { AddressOf } from "./http/client-address.ts";
import type { Handler } from "./http/http-server.ts";
import type { Log } from "./log.ts";
import type { Departures } from "./slack/events/leave.ts";
import { greetInstaller } from "./slack/install/greet-installer.ts";
import { createInstallDoor } from "./slack/install/install-door.ts";
import type { Installations } from "./slack/install/installations.ts";
import { createTokenInstallations } from "./slack/install/installations.ts";
import { createRollCall } from "./slack/install/roll-call.ts";
import { createStoredInstallations } from "./slack/install/stored-installations.ts";
import { createOAuth } from "./slack/web-api/oauth.ts";
import { reaches } from "./slack/web-api/reaches.ts";
import { createSlackClients } from "./slack/web-api/slack-clients.ts";
import type { WorkspaceWithin } from "./stores/departure-store.ts";
import type { InstallationId } from "./stores/installation-store.ts";
import { nameOf } from "./stores/sql/encryption-keys.ts";
import type { Seal } from "./stores/sql/sealed.ts";
import type { Stores } from "./stores/sql/stores.ts";
import type { DueTask } from "./upkeep/upkeep.ts";
import { forgetKey, noteDeparture, noteLostAccess } from "./usecases/note-departure.ts";
import type { UseCases } from "./usecases/use-cases.ts";

interface TenancyDeps {
  readonly config: Config;
  readonly stores: Stores;
  readonly usecases: Pick<UseCases, "greetInstaller">;
  readonly addressOf: AddressOf;
  readonly seal: Seal;
  readonly log: Log;
  readonly now: () => number;
}

/** Whom the bot serves, and how they come and go. */
export interface OpenTenancy {
  readonly installations: Installations;
  /** The pages on which more of them come. */
  readonly routes: Readonly<Record<string, Handler>>;
  readonly departures: Departures;
  /** How long the data of who leaves stay; undefined where they do until somebody deletes them by hand. */
  readonly retentionDays: number | undefined;
  /** Whether an organization's app reaches one of its workspaces. */
  reaches(workspace: WorkspaceWithin): Promise<boolean>;
  /** Forgets what is remembered of an installation. */
  letGo(id: InstallationId): void;
  /** Asks about a few of the installations each time, and lets go of whoever has left unheard. */
  rollCall(): AsyncIterable<DueTask>;
}

export async function openTenancy(
  { tenancy }: Exclude<SlackConfig, { kind: "none" }>,
  deps: TenancyDeps,
): Promise<OpenTenancy> {
  if (tenancy.kind === "installs") return openInstalls(tenancy, deps);
  const { config, stores, seal, log, now } = deps;
  const { workspaces, departures } = stores;
  const { slackApiUrl } = config;
  const clientOf = createSlackClients({ slackApiUrl, log });
  const sayRemoved = async (departure: { id: InstallationId; at: Date }) => {
    const connections = stores.connectionsWith(seal);
    const isForgotten = await forgetKey({ workspaces, connections }, departure);
    const what = isForgotten ? "its key to Kashew is forgotten, and its data" : "its data";
    log.warn(
      { team: departure.id },
      `Slack says that the app was removed; ${what} stay until they are forgotten by hand`,
    );
  };
  return {
    installations: createTokenInstallations(tenancy.botTokens, {
      workspaces,
      departures,
      clientOf,
      slackApiUrl,
      log,
      now,
    }),
    routes: {},
    retentionDays: undefined,
    // Its token stands in the settings: whoever set it there decides what is kept.
    departures: {
      leave: (departure) => sayRemoved(departure),
      loseAccess: ({ teamId, at }) => sayRemoved({ id: teamId, at }),
      regainAccess: async () => undefined,
    },
    reaches: async () => false,
    letGo: () => undefined,
    async *rollCall() {},
  };
}

async function openInstalls(
  install: InstallConfig,
  { config, stores, seal, usecases, addressOf, log, now }: TenancyDeps,
): Promise<OpenTenancy> {
  const store = stores.installationsWith(seal);
  refuseMissing(
    (await store.keyIds()).filter((id) => !seal.has(id)),
    config,
  );
  const { command, slackApiUrl, retentionDays } = config;
  const { workspaces, departures } = stores;
  const clientOf = createSlackClients({ slackApiUrl, log });
  const oauth = createOAuth({ ...install, slackApiUrl, log, now });
  const installUrl = `${install.publicUrl}/slack/install`;
  const installations = createStoredInstallations({
    store,
    workspaces,
    oauth,
    installUrl,
    clientOf,
    log,
    now,
  });
  const routes = createInstallDoor({
    ...install,
    ...config,
    oauth,
    addressOf,
    allowance: createAllowance({ perSecond: config.requestsPerSecond, now }),
    log,
    now,
    async save(installation) {
      const wasKnown = await store.save(installation);
      installations.letGo(installation.id);
      return wasKnown;
    },
    greet: greetInstaller(usecases, { command, clientOf, log }),
  });
  const away: Departures = {
    async leave(departure) {
      sayLeft(departure.id, await noteDeparture({ departures, retentionDays }, departure));
    },
    async loseAccess(departure) {
      sayLeft(departure.teamId, await noteLostAccess({ departures, retentionDays }, departure));
    },
    async regainAccess({ teamId, at }) {
      const isBack = await departures.regainAccess({ teamId, at: at.toISOString() });
      if (isBack) log.info({ team: teamId }, "back; its data are kept");
    },
  };
  return {
    installations,
    routes,
    retentionDays,
    departures: away,
    reaches: reaches(installations),
    letGo: installations.letGo,
    rollCall: createRollCall({ store, installations, departures: away, now }),
  };

  function sayLeft(team: InstallationId, hasLeft: boolean): void {
    installations.letGo(team);
    if (hasLeft) log.info({ team }, `left; data are kept for ${retentionDays} days`);
  }
}

function refuseMissing(missing: readonly string[], { encryptionKeys }: Config): void {
  if (missing.length === 0) return;
  throw new StartProblem(
    `Tokens are kept here that were sealed with the key ${missing.join(" and ")}, which is not in ${nameOf(encryptionKeys)}. ` +
      "Put that key back, behind the new one if there is one. If it is lost, “npm run workspace -- rotate-keys --force” forgets those tokens, and the app has to be installed there again.",
  );
}
