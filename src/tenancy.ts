import type { Config, InstallConfig, SlackConfig } from "./config.ts";
import { StartProblem } from "./errors.ts";
import type { Handler } from "./http-server.ts";
import type { Log } from "./log.ts";
import { TeamId } from "./rules/people.ts";
import type { NoteDeparture } from "./slack/events/leave.ts";
import { greetInstaller } from "./slack/install/greet-installer.ts";
import { createInstallDoor } from "./slack/install/install-door.ts";
import type { Installations } from "./slack/installations.ts";
import { createTokenInstallations } from "./slack/installations.ts";
import { createOAuth } from "./slack/oauth.ts";
import { createStoredInstallations } from "./slack/stored-installations.ts";
import { nameOf } from "./stores/sql/encryption-keys.ts";
import type { Seal } from "./stores/sql/sealed.ts";
import type { Stores } from "./stores/sql/stores.ts";
import { forgetKey, noteDeparture } from "./usecases/note-departure.ts";

interface TenancyDeps {
  readonly config: Config;
  readonly stores: Stores;
  readonly seal: Seal;
  readonly log: Log;
  readonly now: () => number;
}

/** Whom the bot serves, and how they come and go. */
export interface OpenTenancy {
  readonly installations: Installations;
  /** The pages on which more of them come. */
  readonly routes: Readonly<Record<string, Handler>>;
  readonly noteDeparture: NoteDeparture;
}

export async function openTenancy(
  { tenancy }: Exclude<SlackConfig, { kind: "none" }>,
  deps: TenancyDeps,
): Promise<OpenTenancy> {
  if (tenancy.kind === "installs") return openInstalls(tenancy, deps);
  const { config, stores, seal, log } = deps;
  const { workspaces } = stores;
  const { slackApiUrl } = config;
  return {
    installations: createTokenInstallations(tenancy.botTokens, { workspaces, slackApiUrl, log }),
    routes: {},
    // Its token stands in the settings: whoever set it there decides what is kept.
    async noteDeparture(departure) {
      const isForgotten = await forgetKey(
        { workspaces, connections: stores.connectionsWith(seal) },
        departure,
      );
      const what = isForgotten ? "its key to Kashew is forgotten, and its data" : "its data";
      log.warn(
        { team: departure.id },
        `Slack says that the app was removed; ${what} stay until they are forgotten by hand`,
      );
    },
  };
}

async function openInstalls(
  install: InstallConfig,
  { config, stores, seal, log, now }: TenancyDeps,
): Promise<OpenTenancy> {
  const store = stores.installationsWith(seal);
  refuseMissing(
    (await store.keyIds()).filter((id) => !seal.has(id)),
    config,
  );
  const { command, slackApiUrl } = config;
  const { workspaces, departures, greetingsOf } = stores;
  const oauth = createOAuth({ ...install, slackApiUrl, log, now });
  const installUrl = `${install.publicUrl}/slack/install`;
  const installations = createStoredInstallations({
    store,
    workspaces,
    oauth,
    installUrl,
    slackApiUrl,
    log,
    now,
  });
  const routes = createInstallDoor({
    ...install,
    ...config,
    oauth,
    log,
    now,
    async save(installation) {
      const wasKnown = await store.save(installation);
      installations.letGo(installation.id);
      const { data: teamId } = TeamId.safeParse(installation.id);
      if (teamId !== undefined) await workspaces.meet({ teamId, name: installation.name });
      return wasKnown;
    },
    greet: greetInstaller({ command, writers: config.defaultWriters, slackApiUrl, log, greetingsOf }),
  });
  return {
    installations,
    routes,
    async noteDeparture(departure) {
      const hasLeft = await noteDeparture({ departures, retentionDays: config.retentionDays }, departure);
      installations.letGo(departure.id);
      if (hasLeft) log.info({ team: departure.id }, `left; data are kept for ${config.retentionDays} days`);
    },
  };
}

function refuseMissing(missing: readonly string[], { encryptionKeys }: Config): void {
  if (missing.length === 0) return;
  throw new StartProblem(
    `Tokens are kept here that were sealed with the key ${missing.join(" and ")}, which is not in ${nameOf(encryptionKeys)}. ` +
      "Put that key back, behind the new one if there is one. If it is lost, “npm run workspace -- rotate-keys --force” forgets those tokens, and the app has to be installed there again.",
  );
}
