import { openControlDoor } from "./control-door.ts";
import { deliver } from "./deliver.ts";
import { eventPayload } from "./event-payload.ts";
import type { Failure, Hold } from "./faults.ts";
import { createFaults } from "./faults.ts";
import type { Answer, Asked } from "./http.ts";
import { json, listen } from "./http.ts";
import { newId } from "./ids.ts";
import { personByName } from "./lookup.ts";
import type { Person } from "./person.ts";
import { createPerson } from "./person.ts";
import { useResponseUrl } from "./response-urls.ts";
import type { Role, Seed } from "./seed.ts";
import { defaultSeed } from "./seed.ts";
import type { Lines } from "./sockets.ts";
import { callApi } from "./web-api.ts";
import type { Exchange, RecordedComplaint } from "./world.ts";
import { createWorld } from "./world.ts";

export interface SlackOptions {
  seed?: Seed;
  /** The clock, in ms; `Date.now` unless given. Triggers, response_urls, signatures and ts go by it. */
  now?: () => number;
  /** 0 takes any free port. */
  port?: number;
  /** Real ms that the app has to answer in. */
  ackDeadlineMs?: number;
}

interface RawDelivery {
  kind: "interactivity" | "command" | "event";
  /** A string goes out as it is; an object is written as Slack writes that kind. */
  body: string | Record<string, unknown>;
  /** Seconds. */
  timestamp?: string;
  signature?: string;
  contentType?: string;
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
  /** Every exchange with the app, oldest first; the last 2,000 are kept. */
  readonly exchanges: readonly Exchange[];
  /** What the judge found; empty when the app sent nothing that Slack would refuse. */
  readonly complaints: readonly RecordedComplaint[];
  close(): Promise<void>;
}

/** A Slack in this process, listening on loopback. */
export async function createSlack(options: SlackOptions = {}): Promise<Slack> {
  const seed = structuredClone(options.seed ?? defaultSeed());
  const faults = createFaults();
  const { now = Date.now, ackDeadlineMs = 3000 } = options;
  const world = createWorld({ seed, now, ackDeadlineMs, faults });
  const people = new Map<string, Person>();
  const server = await listen(options.port ?? 0, { route, upgrade: world.sockets.upgrade });
  world.url = server.url;

  async function route(asked: Asked): Promise<Answer | "hang"> {
    if (asked.path.startsWith("/api/")) return callApi(world, asked);
    if (asked.path.startsWith("/hooks/")) return useResponseUrl(world, asked);
    if (asked.path.startsWith("/sandbox/")) return openControlDoor(slack, asked);
    return json({ ok: false, error: "not_found" }, { status: 404 });
  }

  function installation(workspace = seed.app.installations[0]?.workspace) {
    const found = seed.app.installations.find((one) => one.workspace === workspace);
    if (found === undefined) throw new Error(`The app is not installed in ${workspace}.`);
    return found;
  }

  async function send(delivery: RawDelivery): Promise<{ status: number; body: string }> {
    const { body, contentType } = written(delivery);
    const outcome = await deliver(world, {
      ...delivery,
      kind: delivery.kind,
      body,
      contentType,
      payload: delivery.body,
    });
    return { status: outcome.exchange.status, body: outcome.kind === "answered" ? outcome.body : "" };
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
    socket: world.sockets,
    connectApp(url) {
      seed.app.requestUrl = url;
    },
    person(name) {
      const known = personByName(world, name);
      const person = people.get(known.id) ?? createPerson(world, known);
      people.set(known.id, person);
      return person;
    },
    setRole(name, role) {
      personByName(world, name).role = role;
    },
    revokeToken(workspace) {
      world.revoked.add(installation(workspace).botToken);
    },
    failNext: faults.failNext,
    hold: faults.hold,
    deliver: send,
    sendEvent(event, { team = installation().workspace, eventId = newId("Ev") } = {}) {
      return send({ kind: "event", body: eventPayload(world, { team, event, eventId }) });
    },
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
    },
  };
  return slack;
}

function written({ kind, body, contentType }: RawDelivery): { body: string; contentType: string } {
  const type = contentType ?? (kind === "event" ? "application/json" : "application/x-www-form-urlencoded");
  if (typeof body === "string") return { body, contentType: type };
  if (kind === "event") return { body: JSON.stringify(body), contentType: type };
  const fields =
    kind === "interactivity"
      ? { payload: JSON.stringify(body) }
      : Object.fromEntries(Object.entries(body).map(([key, value]) => [key, String(value)]));
  return { body: new URLSearchParams(fields).toString(), contentType: type };
}
