import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Place, Scene } from "../../server/protocol.ts";
import { memo } from "../memo.tsx";
import { Icon } from "./icon.tsx";
import { useReturnFocus } from "./use-return-focus.ts";

export const Sidebar = memo(DrawnSidebar);

/** The workspace, its channels, and the app. */
function DrawnSidebar(props: {
  scene: Scene;
  placeId: string | undefined;
  unread: Readonly<Record<string, number>>;
  isOpen: boolean;
  isHidden: boolean;
  goTo(place: string): void;
  jump(): void;
  close(): void;
}): JSX.Element {
  const { scene, placeId, unread, goTo } = props;
  const mine = scene.people.find(({ id }) => id === scene.me)?.workspace;
  const workspace = scene.workspaces.find(({ id }) => id === mine);
  const channels = scene.places.filter(({ kind }) => kind === "public" || kind === "private");
  const ofApp = scene.places.filter(({ kind }) => kind === "app-home" || kind === "app-messages");
  const place = ofApp.find(({ id }) => id === placeId);
  const appUnread = ofApp.reduce((sum, { id }) => sum + (unread[id] ?? 0), 0);
  const nav = useRef<HTMLElement>(null);
  useReturnFocus(nav, props.isOpen);
  useEffect(() => {
    if (props.isOpen) nav.current?.querySelector<HTMLElement>("[aria-current], .place-button")?.focus();
  }, [props.isOpen]);
  return (
    <nav
      ref={nav}
      class={`sidebar ${props.isOpen ? "is-open" : ""}`}
      aria-label="Channels and apps"
      inert={props.isHidden}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.close();
      }}
    >
      <div class="sidebar-head">
        <h2>{workspace?.name}</h2>
        <button
          type="button"
          class="tool only-narrow"
          aria-label="Close the list of channels"
          onClick={props.close}
        >
          <Icon name="close" />
        </button>
      </div>
      <button type="button" class="jump-button only-narrow" onClick={props.jump}>
        <Icon name="search" />
        <span>Jump to a channel or person</span>
      </button>
      <h3 class="sidebar-heading">Channels</h3>
      <ul>
        {channels.map((channel) => (
          <li key={channel.id}>
            <PlaceButton
              place={channel}
              isOpen={channel.id === placeId}
              unread={unread[channel.id] ?? 0}
              open={() => goTo(channel.id)}
            />
          </li>
        ))}
      </ul>
      <h3 class="sidebar-heading">Apps</h3>
      {ofApp[0] === undefined ? (
        <p class="sidebar-note">
          {scene.app.name} is not installed in {workspace?.name}.
        </p>
      ) : (
        <ul>
          <li>
            <PlaceButton
              place={{ ...ofApp[0], kind: "app-home", name: scene.app.name }}
              isOpen={place !== undefined}
              unread={appUnread}
              open={() =>
                goTo(ofApp.find(({ id }) => (unread[id] ?? 0) > 0)?.id ?? place?.id ?? ofApp[0]?.id ?? "")
              }
            />
          </li>
        </ul>
      )}
    </nav>
  );
}

function PlaceButton(props: { place: Place; isOpen: boolean; unread: number; open(): void }): JSX.Element {
  const { place, unread } = props;
  return (
    <button
      type="button"
      class={`place-button ${unread > 0 ? "is-unread" : ""}`}
      aria-current={props.isOpen ? "page" : undefined}
      onClick={props.open}
    >
      <Icon name={place.kind === "private" ? "lock" : place.kind === "public" ? "hash" : "bot"} />
      <span class="place-name">{place.name}</span>
      {place.kind === "private" && <span class="unseen"> private</span>}
      {place.isShared && (
        <span class="shared-mark" title="Shared with another organization">
          <Icon name="shared" />
          <span class="unseen"> shared with another organization</span>
        </span>
      )}
      {unread > 0 && (
        <span class="count">
          {unread > 99 ? "99+" : unread}
          <span class="unseen"> unread</span>
        </span>
      )}
    </button>
  );
}
