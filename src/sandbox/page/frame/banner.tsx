import type { JSX } from "preact";
import type { AppState } from "../../server/protocol.ts";
import type { LiveState } from "../live/live.ts";
import { RestartButton } from "../weather/restart-button.tsx";
import { Icon } from "./icon.tsx";

/** What has to be known before anything else: the line is cut, or the app is down. */
export function Banner(props: {
  line: LiveState["line"];
  appState: AppState;
  appName: string;
  showLog(): void;
}): JSX.Element {
  return (
    <div class="banners" role="status">
      {props.line.kind === "lost" && (
        <p class="banner">
          <span class="spinner" /> The sandbox does not answer. What you see may be old. Trying again…
        </p>
      )}
      {props.line.kind !== "lost" && props.appState.kind === "crashed" && (
        <div class="banner banner-bad">
          <Icon name="alert" />
          <p>{props.appName} has crashed, so nothing you do reaches it.</p>
          <button type="button" class="quiet-button" onClick={props.showLog}>
            Show its log
          </button>
          <RestartButton />
        </div>
      )}
    </div>
  );
}
