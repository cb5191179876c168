import type {
  AppState,
  Patch,
  Scene,
  ShownExchange,
  ShownMessage,
  ShownView,
  Toast,
  Weather,
} from "../../server/protocol.ts";
import { share, shareEntries, shareList } from "./share.ts";

/** All that one person sees. */
export interface Screen {
  scene: Scene;
  /** By channel, oldest first. */
  messages: Readonly<Record<string, readonly ShownMessage[]>>;
  stack: readonly ShownView[];
  home: ShownView | null;
  toasts: readonly Toast[];
  /** By id. */
  exchanges: readonly ShownExchange[];
  weather: Weather;
  appState: AppState;
}

const keptExchanges = 1000;

const nothingYet: Screen = {
  scene: {
    app: { id: "", name: "", botUserIds: [], commands: [], shortcuts: [] },
    workspaces: [],
    people: [],
    me: "",
    places: [],
  },
  messages: {},
  stack: [],
  home: null,
  toasts: [],
  exchanges: [],
  weather: { levers: [], strikes: [] },
  appState: { kind: "elsewhere", log: [] },
};

/** The screen after a patch. What did not change stays the same object. */
export function patched(screen: Screen, patch: Patch): Screen {
  return settled(screen, applied(screen, patch));
}

/** The screen after the first patch of a stream, which says everything: what it does not name is gone. */
export function begun(before: Screen | undefined, patch: Patch): Screen {
  const next = applied(nothingYet, patch);
  return before === undefined ? next : settled(before, next);
}

function applied(screen: Screen, patch: Patch): Screen {
  const { messages = [], gone = [], exchanges = [], ...parts } = patch;
  return {
    ...screen,
    ...parts,
    messages: withMessages(screen.messages, messages, gone),
    exchanges: merged(screen.exchanges, exchanges, idOf)
      .sort((one, other) => one.id - other.id)
      .slice(-keptExchanges),
  };
}

function withMessages(
  before: Screen["messages"],
  messages: readonly ShownMessage[],
  gone: readonly string[],
): Screen["messages"] {
  const after: Record<string, readonly ShownMessage[]> = { ...before };
  for (const [channel, changed] of Map.groupBy(messages, (message) => message.channel)) {
    after[channel] = merged(after[channel] ?? [], changed, keyOf).sort(byTs);
  }
  for (const channel of new Set(gone.map((key) => key.slice(0, key.lastIndexOf("/"))))) {
    after[channel] = (after[channel] ?? []).filter(({ key }) => !gone.includes(key));
  }
  return after;
}

function merged<T>(before: readonly T[], changed: readonly T[], nameOf: (item: T) => unknown): T[] {
  const byName = new Map(before.map((item) => [nameOf(item), item]));
  for (const item of changed) byName.set(nameOf(item), item);
  return [...byName.values()];
}

/** `next`, made of the objects of `before` wherever it says the same. */
function settled(before: Screen, next: Screen): Screen {
  const channels = Object.entries(next.messages).map(([channel, messages]) => [
    channel,
    shareList(before.messages[channel] ?? [], messages, keyOf),
  ]);
  return shareEntries(before, {
    scene: share(before.scene, next.scene),
    messages: shareEntries(before.messages, Object.fromEntries(channels)),
    stack: shareList(before.stack, next.stack, idOf),
    home: share(before.home, next.home),
    toasts: shareList(before.toasts, next.toasts, idOf),
    exchanges: shareList(before.exchanges, next.exchanges, idOf),
    weather: share(before.weather, next.weather),
    appState: share(before.appState, next.appState),
  });
}

function keyOf({ key }: ShownMessage): string {
  return key;
}

function idOf({ id }: { id: string | number }): string | number {
  return id;
}

function byTs(one: ShownMessage, other: ShownMessage): number {
  return one.ts < other.ts ? -1 : one.ts > other.ts ? 1 : 0;
}
