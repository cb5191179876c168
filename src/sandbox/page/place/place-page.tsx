import type { JSX } from "preact";
import type { Place, ShownMessage } from "../../server/protocol.ts";
import type { Authors } from "../authors.ts";
import type { Screen } from "../live/screen.ts";
import { AppPage } from "./app-page.tsx";
import { Channel } from "./channel.tsx";

const noMessages: readonly ShownMessage[] = [];

export function PlacePage(props: {
  screen: Screen;
  place: Place;
  authors: Authors;
  readTo: string;
  unread: Readonly<Record<string, number>>;
  goTo(place: string): void;
}): JSX.Element {
  const { screen, place, authors, readTo } = props;
  const { scene, home } = screen;
  const messages = screen.messages[place.id] ?? noMessages;
  const same = { scene, place, authors, messages, readTo };
  switch (place.kind) {
    case "public":
    case "private":
      return <Channel key={place.id} {...same} />;
    case "app-home":
    case "app-messages":
      return <AppPage home={home} unread={props.unread} goTo={props.goTo} {...same} />;
  }
}
