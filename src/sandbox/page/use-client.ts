import { useCallback, useMemo, useState } from "preact/hooks";
import type { Scene } from "../server/protocol.ts";
import type { ActBody, SlackClient } from "./kit/slack.ts";
import type { Live } from "./live/live.ts";

export interface Refusal {
  id: number;
  text: string;
}

/** Lets the person act, and keeps what could not be done until they have read it. */
export function useClient(
  live: Live,
  scene: Scene,
): { client: SlackClient; refusals: readonly Refusal[]; dismiss: (id: number) => void } {
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const act = useCallback(
    async (body: ActBody) => {
      const answer = await live.act(body);
      const { error } = answer;
      // A type-ahead says in its own list why it has nothing to offer.
      if (error !== undefined && body.do !== "asks") {
        setRefusals((before) => [
          ...before.filter(({ text }) => text !== error),
          { id: (before.at(-1)?.id ?? 0) + 1, text: error },
        ]);
      }
      return answer;
    },
    [live],
  );
  const client = useMemo(() => ({ scene, act }), [scene, act]);
  const dismiss = useCallback(
    (id: number) => setRefusals((before) => before.filter((each) => each.id !== id)),
    [],
  );
  return { client, refusals, dismiss };
}
