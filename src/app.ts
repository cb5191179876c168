import { once } from "node:events";
import { appVersion } from "./app-version.ts";
import type { Config, SlackConfig } from "./config.ts";
import { depsOf } from "./deps.ts";
import type { Handler } from "./http-server.ts";
import { startHttpServer } from "./http-server.ts";
import type { Log } from "./log.ts";
import { createAllowance } from "./slack/allowance.ts";
import { createTransport } from "./slack/create-transport.ts";
import { createDirectory } from "./slack/directory.ts";
import { createInFlight } from "./slack/in-flight.ts";
import type { Installation } from "./slack/installations.ts";
import { createInstallations } from "./slack/installations.ts";
import { createRecentFaults } from "./slack/recent-faults.ts";
import { register } from "./slack/register.ts";
import { createSlackApp } from "./slack/slack-app.ts";
import { lockDataFolder } from "./stores/sql/data-lock.ts";
import { openStores } from "./stores/sql/stores.ts";
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
  { log, now = Date.now }: { log: Log; now?: () => number },
): Promise<RunningApp> {
  const lock = await lockDataFolder(config.dataDir);
  const stores = await openStores(config.dataDir).catch((thrown: unknown) => {
    lock.release();
    throw thrown;
  });
  const usecases = bindUseCases(depsOf(config, stores, now));

  let isStopping = false;
  const stopped = new AbortController();
  const inFlight = createInFlight();
  const transport = createTransport(config.slack, {
    slackApiUrl: config.slackApiUrl,
    inFlight,
    isStopping: () => isStopping,
    log,
    now,
  });
  const { slackApiUrl } = config;
  const bolt = createSlackApp({ receiver: transport.receiver, slackApiUrl, log });
  const installations = createInstallations(config.slack.botTokens, { slackApiUrl, log });
  register(bolt, {
    usecases,
    command: config.command,
    installations,
    directory: createDirectory({ log, now }),
    allowance: createAllowance({ perSecond: config.requestsPerSecond, now }),
    icpAdmins: config.icpAdmins,
    supportUrl: config.supportUrl,
    recentFaults: createRecentFaults(),
    connection: () => transport.connection,
    version: appVersion(),
    startedAt: now(),
    now,
    inFlight,
    log,
  });
  const { answerHttp } = transport;
  const server = await startHttpServer(
    {
      ...(answerHttp && { "POST /slack/events": whileRunning(answerHttp) }),
      "GET /healthz": (_req, res) => void res.end("alive"),
      "GET /readyz": (_req, res) => sayReadiness(res),
    },
    { host: config.host, port: config.port, log },
  ).catch(async (thrown: unknown) => {
    await stores.close();
    lock.release();
    throw thrown;
  });

  const identified = identify();
  // Whoever starts the app decides what a refused token means; nobody waiting for it is not a crash.
  identified.catch(() => undefined);

  return {
    port: server.port,
    identified,
    async stop() {
      isStopping = true;
      stopped.abort();
      const closed = server.close();
      const left = await inFlight.drained(drainMs);
      if (left > 0) log.warn({ left }, "stopped with work in flight");
      await Promise.race([closed, inFlight.drained(0)]);
      await transport.disconnect();
      await stores.close();
      lock.release();
    },
  };

  async function identify(): Promise<void> {
    const { signal } = stopped;
    const met = ({ teamId, teamName }: Installation) => stores.workspaces.meet({ teamId, name: teamName });
    await installations.identify({ signal, met });
    if (isStopping) return;
    await transport.connect(signal);
    if (isStopping) return;
    for (const { teamId, teamName } of installations.known) log.info({ team: teamId }, `serving ${teamName}`);
  }

  function whileRunning(handler: Handler): Handler {
    return (req, res) => {
      if (isStopping) return void res.writeHead(503, { connection: "close" }).end();
      // From its first byte on, so that a body on its way is waited for too.
      return inFlight.run(async () => {
        const answered = once(res, "close");
        await handler(req, res);
        await answered;
      });
    };
  }

  async function sayReadiness(res: Parameters<Handler>[1]): Promise<void> {
    const reason = await whyNotReady();
    res.writeHead(reason === undefined ? 200 : 503).end(reason ?? "ready");
  }

  async function whyNotReady(): Promise<string | undefined> {
    if (isStopping) return "stopping";
    if (installations.known.length === 0) return "waiting for Slack";
    if (!transport.isConnected) return "not connected to Slack";
    return stores.workspaces.list().then(
      () => undefined,
      () => "the stores do not open",
    );
  }
}
