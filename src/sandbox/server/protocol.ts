import { z } from "zod";

/*
 * All that goes between this Slack and whoever stands outside it: the page in the browser, curl, a test.
 *
 *   GET  /sandbox/live?as=ana     server-sent events, each a `Patch`: first everything, then what changed
 *   GET  /sandbox/exchange?id=7   one `ExchangeDetail`
 *   GET  /sandbox/screen?as=ana   a person's screen as text
 *   POST /sandbox/act             an `Act` as JSON; answers an `ActAnswer` when the app has acked
 */

const as = z.string().min(1);
const nth = z.int().min(1).optional();
const Entry = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/** What one element holds, exactly as Slack sends it: `{ type, value }`, `{ type, selected_option }` and so on. */
const StateValue = z.looseObject({ type: z.string() });
export type StateValue = z.infer<typeof StateValue>;

/** block_id → action_id → value */
export const Values = z.record(z.string(), z.record(z.string(), StateValue));
export type Values = z.infer<typeof Values>;

/** What an interactive element stands on: a modal, the app's home, or a message. */
export const On = z.union([
  z.strictObject({ view: z.string() }),
  z.strictObject({ channel: z.string(), ts: z.string() }),
]);
export type On = z.infer<typeof On>;

/** One thing that somebody does. `as` is a person's short name or id. */
export const Act = z.discriminatedUnion("do", [
  // By words, as somebody reads them on the screen.
  z.strictObject({ as, do: z.literal("types"), text: z.string() }),
  z.strictObject({ as, do: z.literal("starts"), shortcut: z.string() }),
  z.strictObject({
    as,
    do: z.literal("presses"),
    /** A button's words, or its accessibility label. */
    button: z.union([z.string(), z.strictObject({ label: z.string() })]),
    nth,
  }),
  z.strictObject({ as, do: z.literal("chooses"), menu: z.string(), option: Entry, nth }),
  z.strictObject({ as, do: z.literal("fills"), fields: z.record(z.string(), Entry) }),
  z.strictObject({ as, do: z.literal("enters"), field: z.string(), text: z.string() }),
  z.strictObject({ as, do: z.literal("searches"), menu: z.string(), query: z.string(), nth }),
  z.strictObject({ as, do: z.literal("saves"), times: z.int().min(1).max(50).optional() }),
  z.strictObject({ as, do: z.literal("closes"), all: z.boolean().optional() }),
  z.strictObject({ as, do: z.literal("sees"), text: z.string() }),
  z.strictObject({ as, do: z.literal("goes-to"), place: z.string() }),
  z.strictObject({ as, do: z.literal("opens-home") }),

  // By ids, as the page knows them.
  /** Sends what stands in the composer of a place: a slash command, or words for everybody there. */
  z.strictObject({ as, do: z.literal("writes"), place: z.string(), text: z.string() }),
  /**
   * Presses or chooses. `value` is what the element holds from now on (for an overflow menu, what was chosen);
   * `values` is everything that the surface holds, which the app is told along with it. Fields that are no longer there
   * are passed over; a value that nobody could have chosen or typed is refused, and nothing happens.
   */
  z.strictObject({
    as,
    do: z.literal("uses"),
    on: On,
    block: z.string(),
    action: z.string(),
    value: StateValue.optional(),
    values: Values.optional(),
  }),
  /** Types into a type-ahead: the answer's `groups` are what it offers. */
  z.strictObject({
    as,
    do: z.literal("asks"),
    on: On,
    block: z.string(),
    action: z.string(),
    query: z.string(),
  }),
  /** Presses a modal's submit. What Slack's client refuses comes back as the view's `errors`, unsent. */
  z.strictObject({ as, do: z.literal("submits"), view: z.string(), values: Values }),
  /** Cancel or Esc; with `all`, the × that closes the whole stack. */
  z.strictObject({ as, do: z.literal("dismisses"), view: z.string(), all: z.boolean().optional() }),
  /** Goes to a place; the app hears of its home and its messages. */
  z.strictObject({ as, do: z.literal("opens"), place: z.string() }),
  /** Sets a lever of the weather. */
  z.strictObject({ as, do: z.literal("sets"), lever: z.string(), to: z.string() }),
  /** Lets something go wrong once. */
  z.strictObject({ as, do: z.literal("strikes"), strike: z.string() }),
  /** Starts an app that crashed or was stopped, where this Slack runs it. */
  z.strictObject({ as, do: z.literal("restarts-app") }),
  /** Takes one of Slack's own banners away. */
  z.strictObject({ as, do: z.literal("reads-toast"), toast: z.int() }),
]);
export type Act = z.infer<typeof Act>;

const Offer = z.object({
  text: z.string(),
  value: z.string(),
  description: z.string().optional(),
});

/** The answer to an act. */
export const ActAnswer = z.object({
  /** The person's screen as text, after an act by words. */
  screen: z.string().optional(),
  /** Why it could not be done. */
  error: z.string().optional(),
  /** What a type-ahead offered to somebody who searched by words. */
  offers: z.array(Offer).optional(),
  /** What a type-ahead offered, in groups as the app gave them; one group without a label where it gave none. */
  groups: z.array(z.object({ label: z.string().optional(), options: z.array(z.unknown()) })).optional(),
  /** What Slack would refuse of the payloads that the app sent meanwhile. */
  complaints: z.array(z.object({ kind: z.string(), pointer: z.string(), message: z.string() })).optional(),
});
export type ActAnswer = z.infer<typeof ActAnswer>;

/**
 * One server-sent event: what changed of all that one person sees. A part that is missing is as it was. The first of each
 * connection has every part and takes the place of whatever was known before.
 */
export interface Patch {
  scene?: Scene;
  /** New or changed messages of all places that the person can open. */
  messages?: ShownMessage[];
  /** Messages that are gone, by `key`. */
  gone?: string[];
  /** The open modals, the lowest first. */
  stack?: ShownView[];
  /** The app's home; null while the app has published none. */
  home?: ShownView | null;
  toasts?: Toast[];
  /** New or changed, whoever caused them; the newest 500 at first. */
  exchanges?: ShownExchange[];
  weather?: Weather;
  appState?: AppState;
}

/** Who and what there is. */
export interface Scene {
  app: {
    id: string;
    name: string;
    botUserIds: string[];
    commands: { command: string; description: string; usageHint: string }[];
    shortcuts: { name: string; description: string }[];
  };
  workspaces: { id: string; name: string; isInstalled: boolean }[];
  people: { id: string; name: string; realName: string; workspace: string; role: string }[];
  /** The person whose screen this is, by id. */
  me: string;
  /** What this person can open, in the order of the sidebar. */
  places: Place[];
}

export interface Place {
  /** A channel's id; `home` for the app's home. */
  id: string;
  name: string;
  kind: "public" | "private" | "app-messages" | "app-home";
  workspace: string;
  /** Seen by other organizations too. */
  isShared: boolean;
  /** Whether the app is a member. */
  hasApp: boolean;
}

export interface ShownMessage {
  /** `<channel>/<ts>` */
  key: string;
  channel: string;
  ts: string;
  /** ms since 1970. */
  at: number;
  /** A person's id, or the app. */
  author: { kind: "app" } | { kind: "person"; id: string };
  onlyVisibleToYou: boolean;
  isEdited: boolean;
  /** mrkdwn; shown where there are no blocks. */
  text: string;
  /** Block Kit, as the app sent it, each with its block_id. */
  blocks: unknown[];
  /** What this person chose in its menus. */
  values: Values;
}

export interface ShownView {
  id: string;
  /** Another one after every change. */
  hash: string;
  title: string;
  submit?: string;
  /** "Cancel" or "Close" where the app says nothing. */
  close: string;
  isSubmitDisabled: boolean;
  blocks: unknown[];
  /** What the fields hold where the person has not changed them since. */
  values: Values;
  /** block_id → words under the field */
  errors: Record<string, string>;
}

export interface Toast {
  id: number;
  text: string;
}

export interface ShownExchange {
  id: number;
  /** ms since 1970. */
  at: number;
  direction: "to-app" | "from-app";
  kind: string;
  /** What it was about: `/icp list`, an action_id, a view's callback_id. */
  about: string;
  person?: string;
  isPending: boolean;
  /** HTTP's; 0 where no answer came. */
  status: number;
  /** Slack's error code, such as `invalid_blocks`, or for what the app left unanswered `operation_timeout`. */
  error?: string;
  ackMs: number;
  complaints: number;
}

export interface ExchangeDetail extends ShownExchange {
  payload: unknown;
  response: unknown;
  found: { pointer: string; message: string }[];
}

/** What can be made to go wrong, and what can be turned. */
export interface Weather {
  levers: Lever[];
  strikes: Strike[];
}

/** Something with a state of its own: a person's role, the network's delay, whether the app is installed. */
export interface Lever {
  id: string;
  label: string;
  /** The heading it stands under. */
  group: string;
  options: { value: string; label: string }[];
  value: string;
}

/** Something that goes wrong once. */
export interface Strike {
  id: string;
  label: string;
  hint: string;
  /** How many are still to come. */
  pending: number;
}

/** How the app fares, where this Slack runs it; `elsewhere` where it does not. */
export interface AppState {
  kind: "elsewhere" | "starting" | "running" | "crashed";
  /** The last lines of its log, once it has crashed. */
  log: string[];
}
