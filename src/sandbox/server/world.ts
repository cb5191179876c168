import { EventEmitter } from "node:events";
import type { Complaint } from "../judge/judge.ts";
import type { Block, View } from "./block-kit.ts";
import type { Faults } from "./faults.ts";
import type { ResponseUrl } from "./response-urls.ts";
import type { Seed } from "./seed.ts";
import type { Sockets } from "./sockets.ts";
import { createSockets } from "./sockets.ts";
import type { Values } from "./state.ts";
import type { Trigger } from "./triggers.ts";

export interface Message {
  ts: string;
  channel: string;
  /** The workspace whose installation posted it. */
  team: string;
  text: string;
  blocks: Block[];
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
  /** 0 while no answer came. */
  status: number;
  response: unknown;
  /** Real ms from request to answer. */
  ackMs: number;
  complaints: Complaint[];
}

export interface RecordedComplaint extends Complaint {
  /** The exchange it was found in. */
  exchange: number;
  kind: string;
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
  toasts: Map<string, string[]>;
  triggers: Map<string, Trigger>;
  responseUrls: Map<string, ResponseUrl>;
  revoked: Set<string>;
  faults: Faults;
  sockets: Sockets;
  exchanges: Exchange[];
  complaints: RecordedComplaint[];
  events: EventEmitter<{ changed: [] }>;
  counters: { ts: number; exchange: number };
}

export function createWorld(args: {
  seed: Seed;
  now: () => number;
  ackDeadlineMs: number;
  faults: Faults;
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
    sockets: createSockets(args.seed.app.id),
    exchanges: [],
    complaints: [],
    events: new EventEmitter<{ changed: [] }>().setMaxListeners(0),
    counters: { ts: 0, exchange: 0 },
  };
}

export function changed(world: World): void {
  world.events.emit("changed");
}

/** What Slack itself says to one person: a banner that nobody else sees. */
export function toast(world: World, person: string, words: string): void {
  world.toasts.set(person, [...(world.toasts.get(person) ?? []), words]);
  changed(world);
}
