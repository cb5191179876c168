import type { InstallConfig, SlackConfig } from "./config.ts";
import type { Handler } from "./http-server.ts";
import type { Log } from "./log.ts";
import { createInstallDoor } from "./slack/install/install-door.ts";
import type { Installations } from "./slack/installations.ts";
import { createTokenInstallations } from "./slack/installations.ts";
import { createStoredInstallations } from "./slack/stored-installations.ts";
import { openSeal } from "./stores/sql/encryption-keys.ts";
import type { Stores } from "./stores/sql/stores.ts";

interface TenancyDeps {
  readonly stores: Stores;
  readonly slackApiUrl: string;
  readonly supportUrl: string | undefined;
  readonly log: Log;
  readonly now: () => number;
}

/** Whom the bot serves, and the pages on which more of them come. */
export interface OpenTenancy {
  readonly installations: Installations;
  readonly routes: Readonly<Record<string, Handler>>;
}

export async function openTenancy(
  { tenancy }: Exclude<SlackConfig, { kind: "none" }>,
  deps: TenancyDeps,
): Promise<OpenTenancy> {
  if (tenancy.kind === "installs") return openInstalls(tenancy, deps);
  return { installations: createTokenInstallations(tenancy.botTokens, deps), routes: {} };
}

async function openInstalls(config: InstallConfig, { stores, ...deps }: TenancyDeps): Promise<OpenTenancy> {
  const seal = await openSeal(config.encryptionKeys, (path) =>
    deps.log.warn(`Made an encryption key at ${path}. Keep a copy in a safe place, apart from the backups.`),
  );
  const store = stores.installationsWith(seal);
  const installations = createStoredInstallations({ ...config, ...deps, store });
  const routes = createInstallDoor({
    ...config,
    ...deps,
    async save(installation) {
      await store.save(installation);
      installations.forgetCached(installation.id);
    },
    meet: stores.workspaces.meet,
  });
  return { installations, routes };
}
