import { answerConsent } from "./consent-page.ts";
import { openControlDoor } from "./control-door.ts";
import { eventPayload } from "./event-payload.ts";
import type { Failure, Hold } from "./faults.ts";
import { createFaults } from "./faults.ts";
import type { Answer, Asked, Stream } from "./http.ts";
import { listen } from "./http.ts";
import { newId } from "./ids.ts";
import { install, uninstall } from "./install.ts";
import { keep, restore } from "./kept-file.ts";
import { personByName } from "./lookup.ts";
import type { Person } from "./person.ts";
import { createPerson } from "./person.ts";
import type { RawDelivery } from "./raw-delivery.ts";
import { sendRaw } from "./raw-delivery.ts";
import { useResponseUrl } from "./response-urls.ts";
import type { Role, Seed } from "./seed.ts";
import { defaultSeed } from "./seed.ts";
import type { Lines } from "./sockets.ts";
import { servePage } from "./static-page.ts";
import { callApi } from "./web-api.ts";
import type { AppStateSource, Exchange, OwnLever, RecordedComplaint } from "./world.ts";
import { changed, createWorld } from "./world.ts";

export interface SlackOptions {
  seed?: Seed;
  /** The clock, in ms; `Date.now` unless given. Triggers, response_urls, signatures and ts go by it. */
  now?: () => number;
  /** 0 takes any free port. */
  port?: number;
  /** Real ms that the app has to answer in. */
  ackDeadlineMs?: number;
  /** Keeps messages, homes, roles and installations here, for the next start. */
  file?: string;
  /** The folder of the built page, served at `/`. */
  page?: string;
  /** More levers for the weather, of things that this Slack does not know. */
  levers?: readonly OwnLever[];
  /** How the app fares, where the starter runs it. */
  appState?: AppStateSource;
}

export interface Slack {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** With a slash at its end, as `slackApiUrl` wants it. */
  readonly apiUrl: string;
  readonly seed: Seed;
  /** The bot token of a workspace, the first installation's unless named. */
  botToken(workspace?: string): string;
  readonly signingSecret: string;
  readonly appToken: string;
  /** The settings an app needs to talk to this Slack over HTTP. */
  readonly env: { SLACK_BOT_TOKEN: string; SLACK_SIGNING_SECRET: string; SLACK_API_URL: string };
  /** The settings an app needs to talk to this Slack in Socket Mode. */
  readonly socketEnv: { SLACK_BOT_TOKEN: string; SLACK_APP_TOKEN: string; SLACK_API_URL: string };
  /** The app's WebSockets, where it uses Socket Mode. */
  readonly socket: Lines;
  /** Says where events, interactions, commands and option loads go; without it, they go over Socket Mode. */
  connectApp(url: string): void;
  /** By first name in lower case, short name or id; the same person each time. */
  person(name: string): Person;
  setRole(name: string, role: Role): void;
  /** The settings an app needs so that people can install it over HTTP, where the seed lets them. */
  readonly installEnv: Readonly<Record<string, string>>;
  /** Lets the app be installed from this address of its own, beside where it is. */
  allowRedirect(url: string): void;
  /** Takes the app away from a workspace, and tells the app; its organization keeps it for its other workspaces. */
  uninstall(workspace: string): Promise<void>;
  /** Gives a workspace the app back as it was, of which the app is told by an organization alone. */
  install(workspace: string): Promise<void>;
  /** Takes a workspace's token back, as an uninstall does; every call with it is token_revoked. */
  revokeToken(workspace?: string): void;
  /** Lets the next calls of a Web API method, or of `response_url`, go wrong. */
  failNext(method: string, failure: Failure, times?: number): void;
  /** Keeps calls of a method waiting, before they have any effect, until released. */
  hold(method: string): Hold;
  /** Sends the app whatever is wished, signed rightly unless a signature is given; status 0 means no answer in time. */
  deliver(delivery: RawDelivery): Promise<{ status: number; body: string }>;
  /** Sends an event_callback. */
  sendEvent(
    event: { type: string } & Record<string, unknown>,
    how?: { team?: string; eventId?: string },
  ): Promise<{ status: number; body: string }>;
  /** Shows everybody what levers and the app's state say now; they tell of no change themselves. */
  refresh(): void;
  /** Every exchange with the app, oldest first; the last 2,000 are kept. */
  readonly exchanges: readonly Exchange[];
  /** What the judge found; empty when the app sent nothing that Slack would refuse. */
  readonly complaints: readonly RecordedComplaint[];
  close(): Promise<void>;
}

/** A Slack in this process, listening on loopback. Throws a `KeptFileError` where its file cannot be used. */
export async function createSlack(options: SlackOptions = {}): Promise<Slack> {
  const { now = Date.now, ackDeadlineMs = 3000, levers = [], appState, file } = options;
  const seed = structuredClone(options.seed ?? defaultSeed());
  const faults = createFaults();
  const world = createWorld({ seed, now, ackDeadlineMs, faults, levers, appState });
  if (file !== undefined) restore(world, file);
  const people = new Map<string, Person>();
  const server = await listen(options.port ?? 0, { route, upgrade: world.sockets.upgrade });
  world.url = server.url;
  const keeper = file === undefined ? undefined : keep(world, file);

  async function route(asked: Asked): Promise<Answer | Stream | "hang"> {
    if (asked.path.startsWith("/api/")) return callApi(world, asked);
    if (asked.path.startsWith("/hooks/")) return useResponseUrl(world, asked);
    if (asked.path.startsWith("/sandbox/")) return openControlDoor({ world, person }, asked);
    if (asked.path === "/oauth/v2/authorize") return answerConsent(world, asked);
    return servePage(options.page, asked);
  }

  function person(name: string): Person {
    const known = personByName(world, name);
    const made = people.get(known.id) ?? createPerson(world, known);
    people.set(known.id, made);
    return made;
  }

  function installation(workspace = seed.app.installations[0]?.workspace) {
    const found = seed.app.installations.find((one) => one.workspace === workspace);
    if (found === undefined) throw new Error(`The app is not installed in ${workspace}.`);
    return found;
  }

  const slack: Slack = {
    url: server.url,
    apiUrl: `${server.url}/api/`,
    seed,
    signingSecret: seed.app.signingSecret,
    botToken: (workspace) => installation(workspace).botToken,
    get env() {
      return {
        SLACK_BOT_TOKEN: installation().botToken,
        SLACK_SIGNING_SECRET: seed.app.signingSecret,
        SLACK_API_URL: slack.apiUrl,
      };
    },
    appToken: seed.app.appToken,
    get socketEnv() {
      return {
        SLACK_BOT_TOKEN: installation().botToken,
        SLACK_APP_TOKEN: seed.app.appToken,
        SLACK_API_URL: slack.apiUrl,
      };
    },
    get installEnv() {
      const { oauth } = seed.app;
      return {
        SLACK_CLIENT_ID: oauth?.clientId ?? "",
        SLACK_CLIENT_SECRET: oauth?.clientSecret ?? "",
        SLACK_SIGNING_SECRET: seed.app.signingSecret,
        SLACK_API_URL: slack.apiUrl,
        SLACK_AUTHORIZE_URL: `${server.url}/oauth/v2/authorize`,
      };
    },
    allowRedirect: (url) => void seed.app.oauth?.redirectUrls.push(url),
    uninstall: (workspace) => uninstall(world, workspace),
    install: (workspace) => install(world, workspace),
    socket: world.sockets,
    connectApp(url) {
      seed.app.requestUrl = url;
    },
    person,
    setRole(name, role) {
      personByName(world, name).role = role;
      changed(world);
    },
    revokeToken(workspace) {
      world.revoked.add(installation(workspace).botToken);
      changed(world);
    },
    failNext: faults.failNext,
    hold: faults.hold,
    deliver: (delivery) => sendRaw(world, delivery),
    sendEvent(event, { team = installation().workspace, eventId = newId("Ev") } = {}) {
      return sendRaw(world, { kind: "event", body: eventPayload(world, { team, event, eventId }) });
    },
    refresh: () => changed(world),
    get exchanges() {
      return world.exchanges;
    },
    get complaints() {
      return world.complaints;
    },
    async close() {
      faults.releaseAll();
      world.sockets.close();
      await server.close();
      await keeper?.close();
    },
  };
  return slack;
}
