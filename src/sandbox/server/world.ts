import { EventEmitter } from "node:events";
import type { Complaint } from "../judge/judge.ts";
import type { Block, View } from "./block-kit.ts";
import type { Faults } from "./faults.ts";
import type { Code } from "./oauth-access.ts";
import type { AppState, Lever, ShownMessage, Toast, Values } from "./protocol.ts";
import type { ResponseUrl } from "./response-urls.ts";
import type { Seed } from "./seed.ts";
import type { Sockets } from "./sockets.ts";
import { createSockets } from "./sockets.ts";
import type { Trigger } from "./triggers.ts";

/** A person's id, or the app. */
export type Author = ShownMessage["author"];

export interface Message {
  ts: string;
  channel: string;
  /** The workspace whose installation posted it, or whose member wrote it. */
  team: string;
  author: Author;
  text: string;
  blocks: Block[];
  /** What the app noted on it for itself: `event_type` and `event_payload`. */
  metadata?: Record<string, unknown>;
  /** "Only visible to you": the one person who sees it. */
  onlyFor?: string;
  /** What each person chose in its menus. */
  values: Map<string, Values>;
  edited: boolean;
}

export interface OpenView {
  id: string;
  person: string;
  /** The workspace whose installation opened it. */
  team: string;
  /** The conversation the person was in. */
  channel: string | undefined;
  root: string;
  previous: string | null;
  hash: string;
  body: View;
  values: Values;
  /** block_id → words under the field */
  errors: Record<string, string>;
}

/** One request between Slack and the app, either way, with its answer. */
export interface Exchange {
  id: number;
  /** By Slack's clock, in ms. */
  at: number;
  direction: "to-app" | "from-app";
  /** To the app: command, block_actions, view_submission, view_closed, block_suggestion, event, interactivity (raw). From it: a Web API method, or response_url. */
  kind: string;
  person?: string;
  payload: unknown;
  isPending: boolean;
  /** 0 while no answer came. */
  status: number;
  response: unknown;
  /** Slack's error code, where there is one. */
  error?: string;
  /** Real ms from request to answer. */
  ackMs: number;
  complaints: Complaint[];
}

export interface RecordedComplaint extends Complaint {
  /** The exchange it was found in. */
  exchange: number;
  kind: string;
}

/** A lever that this Slack shows without knowing what it turns. */
export interface OwnLever extends Omit<Lever, "value"> {
  /** Asked after every change; never throws. */
  value(): string;
  set(to: string): void | Promise<void>;
}

/** How the app fares, where this Slack runs it. */
export interface AppStateSource {
  /** Asked after every change; never throws. */
  now(): AppState;
  restart(): void | Promise<void>;
}

/** Everything this Slack knows. Functions beside it change it and then call `changed`. */
export interface World {
  seed: Seed;
  now: () => number;
  ackDeadlineMs: number;
  /** `http://127.0.0.1:port`, known once the server listens. */
  url: string;
  messages: Message[];
  stacks: Map<string, OpenView[]>;
  homes: Map<string, OpenView>;
  toasts: Map<string, Toast[]>;
  triggers: Map<string, Trigger>;
  responseUrls: Map<string, ResponseUrl>;
  revoked: Set<string>;
  /** Workspaces of an organization from which it took the app away. */
  withheld: Set<string>;
  /** Of the consent page, by their name. */
  codes: Map<string, Code>;
  /** Refresh token → the token it renews. */
  refreshTokens: Map<string, string>;
  /** Token → the one that took its place, as long as it still lives. */
  olderTokens: Map<string, string>;
  /** Token → ms since 1970. */
  expiries: Map<string, number>;
  faults: Faults;
  sockets: Sockets;
  /** Real ms that a request is on its way, and that the ack of a form waits before it is carried out. */
  delays: { toApp: number; webApi: number; ack: number };
  levers: readonly OwnLever[];
  appState: AppStateSource | undefined;
  exchanges: Exchange[];
  complaints: RecordedComplaint[];
  events: EventEmitter<{ changed: [] }>;
  counters: { ts: number; exchange: number; toast: number };
}

export function createWorld(args: {
  seed: Seed;
  now: () => number;
  ackDeadlineMs: number;
  faults: Faults;
  levers: readonly OwnLever[];
  appState: AppStateSource | undefined;
}): World {
  return {
    ...args,
    url: "",
    messages: [],
    stacks: new Map(),
    homes: new Map(),
    toasts: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    revoked: new Set(),
    withheld: new Set(),
    codes: new Map(),
    refreshTokens: new Map(),
    olderTokens: new Map(),
    expiries: new Map(),
    sockets: createSockets(args.seed.app.id, args.faults),
    delays: { toApp: 0, webApi: 0, ack: 0 },
    exchanges: [],
    complaints: [],
    events: new EventEmitter<{ changed: [] }>().setMaxListeners(0),
    counters: { ts: 0, exchange: 0, toast: 0 },
  };
}

export function changed(world: World): void {
  world.events.emit("changed");
}
