import type { JSX } from "preact";
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { Place } from "../server/protocol.ts";
import { authorsOf } from "./authors.ts";
import { Banner } from "./frame/banner.tsx";
import { goalsOf } from "./frame/goals.ts";
import { Jump } from "./frame/jump.tsx";
import { SidePanel } from "./frame/side-panel.tsx";
import { Sidebar } from "./frame/sidebar.tsx";
import { Toasts } from "./frame/toasts.tsx";
import { TopBar } from "./frame/top-bar.tsx";
import { useJumpKey } from "./frame/use-jump-key.ts";
import { useNarrow } from "./frame/use-narrow.ts";
import { useRegionKey } from "./frame/use-region-key.ts";
import { useTitle } from "./frame/use-title.ts";
import { ModalStack, Veil } from "./kit/modal-stack.tsx";
import { SlackContext } from "./kit/slack.ts";
import type { Live, LiveState } from "./live/live.ts";
import type { Screen } from "./live/screen.ts";
import { PlacePage } from "./place/place-page.tsx";
import { useComposerAfter } from "./place/use-composer-after.ts";
import { useClient } from "./use-client.ts";
import { usePanel } from "./use-panel.ts";
import type { Reads } from "./use-unread.ts";
import { useUnread } from "./use-unread.ts";
import type { Where } from "./where.ts";
import { toHash } from "./where.ts";

/** Everything around the place that is open. */
export function Shell(props: {
  live: Live;
  line: LiveState["line"];
  screen: Screen;
  where: Where;
  reads: Reads;
  go(where: Where): void;
}): JSX.Element {
  const { live, line, screen, where, go } = props;
  const { scene } = screen;
  const isNarrow = useNarrow();
  const [isSidebarOpen, setIsSidebarOpen] = useState(false);
  const [isJumping, setIsJumping] = useState(false);
  const [panel, setPanel] = usePanel(isNarrow);
  const { client, refusals, dismiss } = useClient(live, screen);
  const authors = useMemo(() => authorsOf(scene), [scene]);

  const place = scene.places.find(({ id }) => id === where.place) ?? firstOf(scene.places);
  const placeId = place?.id;
  const { read, unread } = useUnread(screen, { reads: props.reads, placeId });
  const me = scene.people.find(({ id }) => id === scene.me);
  const person = me?.name ?? scene.me;

  const goTo = useCallback(
    (id: string) => {
      setIsSidebarOpen(false);
      if (isNarrow) setPanel(undefined);
      go({ person, place: id });
    },
    [go, person, isNarrow, setPanel],
  );
  const jump = useCallback(() => setIsJumping(true), []);
  const closeSidebar = useCallback(() => setIsSidebarOpen(false), []);

  useEffect(() => {
    // A place that this person cannot open, or none, was asked for.
    history.replaceState(null, "", toHash({ person, place: placeId }));
    if (place?.kind === "app-home" || place?.kind === "app-messages")
      void client.act({ do: "opens", place: place.id });
  }, [person, placeId]);

  useTitle({ unread, place: place?.name, person: me?.realName ?? person });
  useJumpKey(jump);
  useRegionKey();

  const isModal = screen.stack.length > 0;
  const isSidebarShown = isSidebarOpen && !isModal;
  const isCovered = isModal || (isNarrow && (isSidebarShown || panel !== undefined));
  useComposerAfter(isCovered);
  const notices = [
    ...screen.toasts.map(({ id, text }) => ({
      key: `toast ${id}`,
      text,
      dismiss: () => void client.act({ do: "reads-toast", toast: id }),
    })),
    ...refusals.map(({ id, text }) => ({ key: `refusal ${id}`, text, dismiss: () => dismiss(id) })),
  ];

  return (
    <SlackContext.Provider value={client}>
      <div class={`shell ${panel === undefined ? "" : "has-panel"}`}>
        <TopBar
          scene={scene}
          authors={authors}
          panel={panel}
          complaints={screen.exchanges.reduce((sum, { complaints }) => sum + complaints, 0)}
          isModal={isModal}
          isTroubled={screen.appState.kind === "crashed"}
          togglePanel={(wanted) => setPanel(wanted === panel ? undefined : wanted)}
          become={(next) => go({ person: next, place: placeId })}
          jump={jump}
          openSidebar={() => setIsSidebarOpen(true)}
          act={(act) => void client.act(act)}
        />
        <Banner
          line={line}
          appState={screen.appState}
          appName={scene.app.name}
          showLog={() => setPanel("weather")}
        />
        <Sidebar
          scene={scene}
          placeId={placeId}
          unread={unread}
          isOpen={isSidebarShown}
          isHidden={isModal || (isNarrow && !isSidebarShown)}
          goTo={goTo}
          jump={jump}
          close={closeSidebar}
        />
        {isNarrow && isSidebarShown && <div class="scrim" aria-hidden="true" onClick={closeSidebar} />}
        <div class="middle" inert={isCovered}>
          {place === undefined ? (
            <main class="waiting">
              <p>{me?.realName ?? person} can open no channel here.</p>
            </main>
          ) : (
            <PlacePage
              screen={screen}
              place={place}
              authors={authors}
              readTo={read[place.id] ?? ""}
              unread={unread}
              goTo={goTo}
            />
          )}
        </div>
        {isModal && <Veil />}
        <div class="over">
          <Toasts notices={notices} />
          <ModalStack stack={screen.stack} isCovered={isNarrow && panel !== undefined} />
        </div>
        {panel !== undefined && (
          <SidePanel
            panel={panel}
            isNarrow={isNarrow}
            exchanges={screen.exchanges}
            weather={screen.weather}
            appState={screen.appState}
            authors={authors}
            close={() => setPanel(undefined)}
          />
        )}
      </div>
      {isJumping && (
        <Jump
          goals={goalsOf(scene)}
          go={(goal) => (goal.kind === "place" ? goTo(goal.id) : go({ person: goal.id, place: placeId }))}
          close={() => setIsJumping(false)}
        />
      )}
    </SlackContext.Provider>
  );
}

/** A channel, from where commands are typed, rather than the app's own pages. */
function firstOf(places: readonly Place[]): Place | undefined {
  return places.find(({ kind }) => kind === "public" || kind === "private") ?? places[0];
}
