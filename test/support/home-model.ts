import fc from "fast-check";

/** Five people of one workspace, and what each is there. */
export const crew = { ana: "owner", owen: "admin", ben: "member", cleo: "member", gus: "guest" } as const;
export type Name = keyof typeof crew;

type State = "all" | "active" | "paused";
type Writers = "admins" | "members" | "chosen";

/** One thing that somebody does, or that time passes. */
export type Operation =
  | { readonly do: "create"; readonly by: Name; readonly kind: string; readonly isActive: boolean }
  | { readonly do: "set-state"; readonly by: Name; readonly nth: number; readonly isActive: boolean }
  | { readonly do: "rename" | "archive" | "take-back" | "undo"; readonly by: Name; readonly nth: number }
  | { readonly do: "set-writers"; readonly by: Name; readonly writers: Writers }
  | { readonly do: "set-guests"; readonly by: Name; readonly mayLook: boolean }
  | { readonly do: "request"; readonly by: Name }
  | { readonly do: "answer"; readonly by: Name; readonly nth: number; readonly state: "allowed" | "denied" }
  | { readonly do: "open"; readonly by: Name }
  | { readonly do: "search"; readonly by: Name; readonly words: string }
  | { readonly do: "filter"; readonly by: Name; readonly state: State }
  | { readonly do: "turn"; readonly by: Name; readonly to: "Next" | "Previous" | "all" }
  | { readonly do: "wait"; readonly seconds: number };

const by = fc.constantFrom(...(Object.keys(crew) as Name[]));
const kinds = ["Fintech", "Health", "Retail"];
const nth = fc.nat(1000);

export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("create" as const),
      by,
      kind: fc.constantFrom(...kinds),
      isActive: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("set-state" as const), by, nth, isActive: fc.boolean() }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom("rename" as const, "archive" as const, "take-back" as const, "undo" as const),
      by,
      nth,
    }),
  },
  fc.record({
    do: fc.constant("set-writers" as const),
    by,
    writers: fc.constantFrom<Writers[]>("admins", "members", "chosen"),
  }),
  fc.record({ do: fc.constant("set-guests" as const), by, mayLook: fc.boolean() }),
  fc.record({ do: fc.constant("request" as const), by }),
  fc.record({
    do: fc.constant("answer" as const),
    by,
    nth,
    state: fc.constantFrom("allowed" as const, "denied" as const),
  }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant("open" as const), by }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("search" as const),
      by,
      words: fc.constantFrom("", "fintech", "health 1", "nothing"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("filter" as const),
      by,
      state: fc.constantFrom<State[]>("all", "active", "paused"),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("turn" as const),
      by,
      to: fc.constantFrom("Next" as const, "Previous" as const, "all" as const),
    }),
  },
  fc.record({ do: fc.constant("wait" as const), seconds: fc.integer({ min: 1, max: 240 }) }),
);

interface Snapshot {
  readonly name: string;
  readonly isActive: boolean;
  readonly isArchived: boolean;
  readonly what: string;
  readonly at: number;
}

export interface ModelProfile {
  readonly id: string;
  /** The last one is what it is now. */
  readonly history: Snapshot[];
}

/** What somebody looks at. */
interface Looking {
  words: string;
  state: State;
  page: number;
  /** When they last did something in it. */
  usedAt: number;
}

const pageSize = 10;
const tenMinutes = 600_000;

/** The workspace as one may think of it who knows nothing of how it is kept. */
export class HomeModel {
  /** The oldest first. */
  readonly profiles: ModelProfile[] = [];
  readonly requests: { readonly by: Name; readonly id: string }[] = [];
  readonly looking = new Map<Name, Looking>();
  writers: Writers = "admins";
  chosen: Name[] = [];
  guestsMayLook = false;

  mayAdminister(name: Name): boolean {
    return name === "ana" || name === "owen";
  }

  mayWrite(name: Name): boolean {
    if (name === "gus") return false;
    return (
      this.mayAdminister(name) ||
      this.writers === "members" ||
      (this.writers === "chosen" && this.chosen.includes(name))
    );
  }

  mayLook(name: Name): boolean {
    return name !== "gus" || this.guestsMayLook;
  }

  live(): ModelProfile[] {
    return this.profiles.filter((profile) => !now(profile).isArchived);
  }

  change(profile: ModelProfile, to: Partial<Snapshot> & Pick<Snapshot, "what" | "at">): void {
    profile.history.push({ ...now(profile), ...to });
  }

  /** Those whose last change can be taken back, the newest first. */
  recent(at: number): ModelProfile[] {
    return this.profiles
      .filter((profile) => at - now(profile).at <= tenMinutes)
      .sort((one, other) => now(other).at - now(one).at);
  }

  undo(profile: ModelProfile, at: number): void {
    const [before, last] = [profile.history.at(-2), now(profile)];
    const isPut = !last.isArchived && (before === undefined || before.isArchived);
    const was = isPut ? { isArchived: true } : last.isArchived ? { isArchived: false } : before;
    this.change(profile, { ...was, what: "a change was taken back", at });
  }

  allow(name: Name): void {
    if (this.writers === "members") return;
    this.writers = "chosen";
    this.chosen = [...new Set([...this.chosen, name])];
  }

  /** The page that somebody looks at, and where in the list it stands. */
  page(name: Name) {
    const { words, state, page } = this.looking.get(name) ?? { words: "", state: "active", page: 1 };
    const searched = words.split(" ").filter((word) => word !== "");
    const found = this.live()
      .map(now)
      .filter(({ isActive }) => state === "all" || isActive === (state === "active"))
      .filter((profile) => searched.every((word) => profile.name.toLowerCase().includes(word)))
      .reverse();
    const pages = Math.max(1, Math.ceil(found.length / pageSize));
    const shown = Math.min(page, pages);
    return { found, pages, shown, rows: found.slice((shown - 1) * pageSize, shown * pageSize), words, state };
  }
}

export function now({ history }: ModelProfile): Snapshot {
  const last = history.at(-1);
  if (last === undefined) throw new Error("a profile has been made once");
  return last;
}
