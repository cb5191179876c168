import { LRUCache } from "lru-cache";
import { atMost } from "../at-most.ts";
import type { OpenModal, Redrawn } from "./listening/stage.ts";

/** What Slack answered to a redraw: the hash of what is shown now, or why it is not. */
type Redraw = (modal: OpenModal) => Promise<{ readonly hash: string } | Exclude<Redrawn, "shown">>;

/**
 * The forms in which we lately changed nothing but our own words. What somebody chose while such a change was on its
 * way was chosen in the same form, and counts for it as it is now. Whatever else was put there, such as what was saved,
 * has a hash that is not known here.
 */
export interface OwnRedraws {
  /**
   * One redraw of a form after the other. `isAlike` changes no more than our own words, and is left out where they
   * stand there already, as `isShown` says of the form that the hash names.
   */
  redraw(modal: OpenModal, how: { isAlike: boolean; isShown: boolean }, redraw: Redraw): Promise<Redrawn>;
}

/** Forms whose last redraws are known; whoever is not among them has to choose once more. */
const mostForms = 1000;

export function createOwnRedraws(): OwnRedraws {
  const nextOf = new LRUCache<string, string>(atMost(mostForms));
  const lastOf = new Map<string, Promise<unknown>>();
  return {
    async redraw(modal, { isAlike, isShown }, redraw) {
      const turn: Promise<Redrawn> = (lastOf.get(modal.id) ?? Promise.resolve()).then(async () => {
        const hash = newest(modal);
        if (isShown && hash === modal.hash) return "shown";
        const after = await redraw({ id: modal.id, hash });
        if (typeof after === "string") return after;
        if (isAlike && after.hash !== hash) nextOf.set(keyOf({ id: modal.id, hash }), after.hash);
        return "shown";
      });
      const settled = turn.catch(() => undefined);
      lastOf.set(modal.id, settled);
      try {
        return await turn;
      } finally {
        if (lastOf.get(modal.id) === settled) lastOf.delete(modal.id);
      }
    },
  };

  function newest({ id, hash }: OpenModal): string | undefined {
    const next = nextOf.get(keyOf({ id, hash }));
    return next === undefined ? hash : newest({ id, hash: next });
  }
}

function keyOf({ id, hash = "" }: OpenModal): string {
  return `${id} ${hash}`;
}
