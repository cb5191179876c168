import type { ChoiceGroup } from "./choices.ts";

/** What a type-ahead shows. */
export type Offer =
  /** Before anything was asked, or while too little is typed. */
  | { kind: "waits"; least: number }
  | { kind: "loads" }
  | { kind: "offers"; groups: ChoiceGroup[] }
  | { kind: "fails" };

export interface TypeAhead {
  /** The person has typed so far. */
  types(query: string): void;
  /** Whatever is still to come is of no use any more. */
  stops(): void;
}

export interface TypeAheadAsk {
  /** From how many characters on the app is asked. */
  least: number;
  /** ms of silence before the app is asked. */
  delay: number;
  ask(query: string): Promise<ChoiceGroup[]>;
  show(offer: Offer): void;
}

/**
 * Asks as the person types. Only the answer to the newest question counts, and while it is out nothing older is shown;
 * an answer without options leaves the last ones standing, as Slack does.
 */
export function createTypeAhead({ least, delay, ask, show }: TypeAheadAsk): TypeAhead {
  let newest = 0;
  let standing: ChoiceGroup[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function load(query: string, number: number): Promise<void> {
    const offer = await ask(query).then(
      (groups): Offer => {
        const isEmpty = groups.every(({ choices }) => choices.length === 0);
        return { kind: "offers", groups: isEmpty ? standing : groups };
      },
      (): Offer => ({ kind: "fails" }),
    );
    if (number !== newest) return;
    if (offer.kind === "offers") standing = offer.groups;
    show(offer);
  }

  return {
    types(query) {
      newest += 1;
      clearTimeout(timer);
      if (query.length < least) {
        show({ kind: "waits", least });
        return;
      }
      show({ kind: "loads" });
      timer = setTimeout(load, query === "" ? 0 : delay, query, newest);
    },
    stops() {
      newest += 1;
      clearTimeout(timer);
    },
  };
}
