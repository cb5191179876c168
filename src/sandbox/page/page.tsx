import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Live } from "./live/live.ts";
import { useLive } from "./live/use-live.ts";
import { Shell } from "./shell.tsx";
import type { Reads } from "./use-unread.ts";
import { useWhere } from "./use-where.ts";

/** The sandbox as one person sees it, or why there is nothing to see yet. */
export function Page({ live }: { live: Live }): JSX.Element {
  const { person, line, screen } = useLive(live);
  const [where, go] = useWhere(live);
  const [reads] = useState<Reads>(() => new Map());
  if (screen !== undefined) {
    return (
      <Shell
        key={screen.scene.me}
        live={live}
        line={line}
        screen={screen}
        where={where}
        reads={reads}
        go={go}
      />
    );
  }
  return (
    <main class="waiting" aria-label="Sandbox">
      <h1>Sandbox</h1>
      {line.kind === "refused" ? (
        <>
          <p role="alert">{line.words}</p>
          <button type="button" class="button" onClick={() => go({ person: undefined, place: undefined })}>
            Start anew
          </button>
        </>
      ) : (
        <p role="status">
          <span class="spinner" />{" "}
          {line.kind === "lost"
            ? "The sandbox does not answer. Trying again…"
            : `Opening what ${person} sees…`}
        </p>
      )}
    </main>
  );
}
