import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import type { ActBody, SlackClient } from "./kit/slack.ts";
import type { Live } from "./live/live.ts";
import type { Screen } from "./live/screen.ts";

export interface Refusal {
  id: number;
  text: string;
}

/** What was said before is settled by what people do next in Slack. */
const settling: readonly ActBody["do"][] = ["writes", "starts", "uses", "submits", "dismisses"];

/** Lets the person act, and keeps what could not be done until they have read it or done something else. */
export function useClient(
  live: Live,
  { scene, toasts }: Pick<Screen, "scene" | "toasts">,
): { client: SlackClient; refusals: readonly Refusal[]; dismiss: (id: number) => void } {
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const standing = useRef(toasts);
  standing.current = toasts;
  const act = useCallback(
    async (body: ActBody) => {
      const settles = settling.includes(body.do);
      const before = settles ? standing.current : [];
      if (settles) setRefusals([]);
      const answer = await live.act(body);
      for (const { id } of before) void live.act({ do: "reads-toast", toast: id });
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
