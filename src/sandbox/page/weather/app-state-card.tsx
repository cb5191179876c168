import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import type { AppState } from "../../server/protocol.ts";
import { SlackContext } from "../kit/slack.ts";
import { RestartButton } from "./restart-button.tsx";

/** How the app fares; where it crashed, the last it said. */
export function AppStateCard({ appState }: { appState: AppState }): JSX.Element {
  const { scene } = useContext(SlackContext);
  return (
    <section class={`app-state app-${appState.kind}`} aria-label="The app">
      <p>
        <span class="dot" /> <strong>{scene.app.name}</strong> {stateInWords(appState)}
      </p>
      {appState.kind === "crashed" && (
        <>
          {appState.log.length > 0 && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by key.
            <section class="app-log" tabIndex={0} aria-label="The last lines of its log">
              <pre>{appState.log.join("\n")}</pre>
            </section>
          )}
          <RestartButton />
        </>
      )}
    </section>
  );
}

function stateInWords({ kind }: AppState): string {
  switch (kind) {
    case "running":
      return "is running.";
    case "starting":
      return "is starting…";
    case "crashed":
      return "has crashed. The last lines of its log:";
    case "elsewhere":
      return "runs elsewhere; it is started and stopped there.";
  }
}
