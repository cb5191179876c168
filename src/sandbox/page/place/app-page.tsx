import type { JSX } from "preact";
import type { Place, Scene, ShownMessage, ShownView } from "../../server/protocol.ts";
import type { Authors } from "../authors.ts";
import { Avatar } from "../frame/avatar.tsx";
import { memo } from "../memo.tsx";
import { Home } from "./home.tsx";
import { Log } from "./log.tsx";

export const AppPage = memo(DrawnAppPage);

const tabWords = { "app-home": "Home", "app-messages": "Messages" };

/** The app's own two places, as tabs. */
function DrawnAppPage(props: {
  scene: Scene;
  place: Place;
  authors: Authors;
  home: ShownView | null;
  messages: readonly ShownMessage[];
  readTo: string;
  unread: Readonly<Record<string, number>>;
  goTo(place: string): void;
}): JSX.Element {
  const { scene, place, authors, goTo } = props;
  const tabs = scene.places.filter((each) => each.kind in tabWords);
  return (
    <main class="place" aria-label={scene.app.name}>
      <div class="place-head app-head">
        <h1>
          <Avatar author={authors.app} size="small" />
          {scene.app.name}
          <span class="badge">App</span>
        </h1>
        <div
          class="tabs"
          role="tablist"
          aria-label={scene.app.name}
          onKeyDown={(event) => {
            const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
            if (step === undefined) return;
            const next = tabs[(tabs.indexOf(place) + step + tabs.length) % tabs.length];
            if (next === undefined) return;
            goTo(next.id);
            document.getElementById(`tab-${next.kind}`)?.focus();
          }}
        >
          {tabs.map((tab) => (
            <button
              type="button"
              role="tab"
              class="tab"
              key={tab.id}
              id={`tab-${tab.kind}`}
              aria-selected={tab.id === place.id}
              aria-controls="app-page"
              tabIndex={tab.id === place.id ? 0 : -1}
              onClick={() => goTo(tab.id)}
            >
              {tab.kind === "app-home" ? tabWords["app-home"] : tabWords["app-messages"]}
              {tab.id !== place.id && (props.unread[tab.id] ?? 0) > 0 && (
                <span class="count">
                  {props.unread[tab.id]}
                  <span class="unseen"> unread</span>
                </span>
              )}
            </button>
          ))}
        </div>
      </div>
      <div class="app-page" role="tabpanel" id="app-page" aria-labelledby={`tab-${place.kind}`}>
        {place.kind === "app-home" ? (
          <Home view={props.home} app={scene.app} />
        ) : (
          <>
            <Log
              label={`Messages from ${scene.app.name}`}
              messages={props.messages}
              authors={authors}
              me={scene.me}
              readTo={props.readTo}
              beginning={
                <div class="beginning">
                  <h2>{scene.app.name}</h2>
                  <p>What the app writes to you alone stands here.</p>
                </div>
              }
            />
            <p class="read-only">Sending messages to this app has been turned off.</p>
          </>
        )}
      </div>
    </main>
  );
}
