import type { JSX } from "preact";
import type { Scene } from "../../server/protocol.ts";
import type { Authors } from "../authors.ts";
import type { ActBody } from "../kit/slack.ts";
import type { Panel } from "../panel.ts";
import { Icon } from "./icon.tsx";
import { Menu } from "./menu.tsx";
import { PeopleMenu } from "./people-menu.tsx";
import { ThemeMenu } from "./theme-menu.tsx";

/** What this is, who one is here, and the tools. */
export function TopBar(props: {
  scene: Scene;
  authors: Authors;
  panel: Panel | undefined;
  complaints: number;
  /** A modal is to be answered before anything else in Slack. */
  isModal: boolean;
  isTroubled: boolean;
  togglePanel(panel: Panel): void;
  become(person: string): void;
  jump(): void;
  openSidebar(): void;
  act(act: ActBody): void;
}): JSX.Element {
  const { scene, panel, togglePanel } = props;
  return (
    <header class="top-bar">
      <button
        type="button"
        class="tool only-narrow"
        aria-label="Channels"
        inert={props.isModal}
        onClick={props.openSidebar}
      >
        <Icon name="menu" />
      </button>
      <p class="brand">
        <span class="brand-mark" aria-hidden="true" />
        <span class="brand-words">
          <strong>Sandbox</strong> <span>on this machine, not Slack</span>
        </span>
      </p>
      <button
        type="button"
        class="jump-button"
        inert={props.isModal}
        onClick={props.jump}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <Icon name="search" />
        <span>Jump to a channel or person</span>
        <kbd>{isApple ? "⌘K" : "Ctrl K"}</kbd>
      </button>
      <div class="tools">
        <Menu
          class="menu-right"
          label="Shortcuts"
          isInert={props.isModal}
          trigger={<Icon name="bolt" />}
          empty={`${scene.app.name} has no global shortcuts`}
          groups={[
            {
              label: scene.app.name,
              items: scene.app.shortcuts.map(({ name, description }) => ({
                key: name,
                label: name,
                hint: description,
                run: () => props.act({ do: "starts", shortcut: name }),
              })),
            },
          ]}
        />
        <button
          type="button"
          class="tool"
          aria-pressed={panel === "inspector"}
          aria-label={
            props.complaints > 0 ? `Inspector, ${complaintsInWords(props.complaints)}` : "Inspector"
          }
          title="Inspector: all that the app and this Slack say to each other (F6 leads there and back)"
          onClick={() => togglePanel("inspector")}
        >
          <Icon name="panel" />
          {props.complaints > 0 && <span class="count count-bad">{Math.min(props.complaints, 99)}</span>}
        </button>
        <button
          type="button"
          class="tool"
          aria-pressed={panel === "weather"}
          aria-label={props.isTroubled ? "Weather, the app does not run" : "Weather"}
          title="Weather: what can be turned, and what can go wrong (F6 leads there and back)"
          onClick={() => togglePanel("weather")}
        >
          <Icon name="cloud" />
          {props.isTroubled && <span class="dot dot-bad" />}
        </button>
        <ThemeMenu />
        <PeopleMenu scene={scene} authors={props.authors} become={props.become} />
      </div>
    </header>
  );
}

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

function complaintsInWords(count: number): string {
  return count === 1 ? "1 complaint" : `${count} complaints`;
}
