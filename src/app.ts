import type { Config, SlackConfig } from "./config.ts";
import { depsOf } from "./deps.ts";
import { createAllowance } from "./http/allowance.ts";
import { createAddressOf } from "./http/client-address.ts";
import { startHttpServer } from "./http/http-server.ts";
import { createRoutes } from "./http/routes.ts";
import type { Log } from "./log.ts";
import { appVersion } from "./process/app-version.ts";
import { createInFlight } from "./process/in-flight.ts";
import { createRecentFaults } from "./recent-faults.ts";
import { createRestDoor } from "./rest/rest-door.ts";
import { createCards } from "./slack/cards/follow-cards.ts";
import { createHomes } from "./slack/home/homes.ts";
import { register } from "./slack/register.ts";
import { createSlackApp } from "./slack/slack-app.ts";
import { tellUntold } from "./slack/tell-untold.ts";
import { createTransport } from "./slack/transport/create-transport.ts";
import { createDirectory } from "./slack/web-api/directory.ts";
import { createDataFiles } from "./stores/sql/data-files.ts";
import { lockDataFolder } from "./stores/sql/data-lock.ts";
import { openSeal } from "./stores/sql/encryption-keys.ts";
import type { Seal } from "./stores/sql/sealed.ts";
import { openStores } from "./stores/sql/stores.ts";
import { openTenancy } from "./tenancy.ts";
import { findDue } from "./upkeep/due.ts";
import { startUpkeep } from "./upkeep/upkeep.ts";
import { bindUseCases } from "./usecases/use-cases.ts";

/** How long what is in flight may take to end. */
const drainMs = 10_000;

export interface RunningApp {
  readonly port: number;
  /** Resolves when Slack has said whose tokens these are and is connected; rejects with a `StartProblem`. */
  readonly identified: Promise<void>;
  /** Takes no new work, lets what is in flight end, closes the stores. */
  stop(): Promise<void>;
}

export type AppConfig = Config & { readonly slack: Exclude<SlackConfig, { kind: "none" }> };

/** The bot, from its configuration to an open socket. */
export async function startApp(
  config: AppConfig,
  {
    log,
    now = Date.now,
    upkeepEveryMs = 10 * 60_000,
    followEveryMs = 2000,
    graceMs,
    ackSettlesMs = 1000,
  }: {
    log: Log;
    now?: () => number;
    upkeepEveryMs?: number;
    followEveryMs?: number;
    graceMs?: number;
    ackSettlesMs?: number;
  },
): Promise<RunningApp> {
  const lock = await lockDataFolder(config.dataDir);
  const stores = await openStores(config.dataDir).catch((thrown: unknown) => {
    lock.release();
    throw thrown;
  });
  const seal = await openOwnSeal().catch(letGo);
  const usecases = bindUseCases(
    depsOf(config, stores, {
      seal,
      now,
      report: (thrown) => log.error({ err: thrown }, "what Kashew said is not noted"),
    }),
  );

  let isStopping = false;
  const stopped = new AbortController();
  const inFlight = createInFlight();
  const addressOf = createAddressOf(config.trustedProxyHeader);
  const transport = createTransport(config.slack, {
    slackApiUrl: config.slackApiUrl,
    addressOf,
    inFlight,
    isStopping: () => isStopping,
    log,
    now,
  });
  const { slackApiUrl, supportUrl } = config;
  const bolt = createSlackApp({ receiver: transport.receiver, slackApiUrl, log });
  const tenancy = await openTenancy(config.slack, {
    config,
    stores,
    usecases,
    addressOf,
    seal,
    log,
    now,
  }).catch(letGo);
  const { installations } = tenancy;
  const recentFaults = createRecentFaults();
  const allowanceOfEach = () => createAllowance({ perSecond: config.requestsPerSecond, now });
  const directory = createDirectory({ log, now });
  const homes = createHomes({
    usecases,
    installations,
    directory,
    scene: { command: config.command, supportUrl, retentionDays: tenancy.retentionDays },
    inFlight,
    log,
    now,
    everyMs: followEveryMs,
  });
  const cards = createCards({
    usecases,
    installations,
    directory,
    teams: stores.teams,
    traceOf: stores.traceOf,
    inFlight,
    log,
    now,
    everyMs: 2 * followEveryMs,
  });
  register(bolt, {
    usecases,
    homes,
    cards,
    command: config.command,
    restApi: config.restApi,
    installations,
    departures: tenancy.departures,
    directory,
    supportUrl,
    allowance: allowanceOfEach(),
    recentFaults,
    connection: () => transport.connection,
    version: appVersion(),
    startedAt: now(),
    now,
    inFlight,
    ackSettlesMs,
    log,
  });
  // Programs have an allowance of their own, so that they leave people theirs.
  const rest = createRestDoor({ usecases, allowance: allowanceOfEach(), recentFaults, log, now });
  const server = await startHttpServer(
    createRoutes(
      {
        "POST /slack/events": transport.answerHttp,
        "* /api/": config.restApi ? rest : undefined,
        ...tenancy.routes,
      },
      { inFlight, isStopping: () => isStopping, whyNotReady },
    ),
    { host: config.host, port: config.port, log },
  ).catch(letGo);
  const upkeep = startUpkeep(
    findDue({
      isServing: () => installations.isReady,
      departures: stores.departures,
      files: createDataFiles(config.dataDir, { graceMs }),
      reaches: tenancy.reaches,
      letGo: tenancy.letGo,
      rollCall: tenancy.rollCall,
      reminders: stores.reminders,
      forgetOldDrafts: usecases.forgetOldDrafts,
      tellUntold: tellUntold({ usecases, installations, directory, log }),
      now: () => new Date(now()),
    }),
    { everyMs: upkeepEveryMs, log },
  );

  const identified = identify();
  // Whoever starts the app decides what a refused token means; nobody waiting for it is not a crash.
  identified.catch(() => undefined);

  return {
    port: server.port,
    identified,
    async stop() {
      isStopping = true;
      stopped.abort();
      homes.stop();
      cards.stop();
      const closed = server.close();
      const left = await inFlight.drained(drainMs);
      if (left > 0) log.warn({ left }, "stopped with work in flight");
      await Promise.race([closed, inFlight.drained(0)]);
      await transport.disconnect();
      await upkeep.stop();
      await stores.close();
      lock.release();
    },
  };

  async function identify(): Promise<void> {
    const { signal } = stopped;
    const served = await installations.start({ signal });
    if (isStopping) return;
    await transport.connect(signal);
    if (isStopping) return;
    log.info(`serving ${served}`);
    // Who could not be told of something before Slack was reached is told now.
    upkeep.lookAgain();
  }

  async function openOwnSeal(): Promise<Seal> {
    return openSeal(config.encryptionKeys, (path) =>
      log.warn(`Made an encryption key at ${path}. Keep a copy in a safe place, apart from the backups.`),
    );
  }

  /** What was opened before something went wrong at the start. */
  async function letGo(thrown: unknown): Promise<never> {
    await stores.close();
    lock.release();
    throw thrown;
  }

  async function whyNotReady(): Promise<string | undefined> {
    if (!installations.isReady) return "waiting for Slack";
    if (!transport.isConnected) return "not connected to Slack";
    return stores.apiKeys.hasAny().then(
      () => undefined,
      () => "the stores do not open",
    );
  }
}
