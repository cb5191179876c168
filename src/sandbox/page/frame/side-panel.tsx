import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { AppState, ShownExchange, Weather } from "../../server/protocol.ts";
import type { Authors } from "../authors.ts";
import { Inspector } from "../inspector/inspector.tsx";
import type { Panel } from "../panel.ts";
import { WeatherPanel } from "../weather/weather-panel.tsx";
import { Icon } from "./icon.tsx";
import { useReturnFocus } from "./use-return-focus.ts";

const titles = { inspector: "Inspector", weather: "Weather" } satisfies Record<Panel, string>;

export function SidePanel(props: {
  panel: Panel;
  isNarrow: boolean;
  exchanges: readonly ShownExchange[];
  weather: Weather;
  appState: AppState;
  authors: Authors;
  close(): void;
}): JSX.Element {
  const { panel, isNarrow } = props;
  const aside = useRef<HTMLElement>(null);
  const closing = useRef<HTMLButtonElement>(null);
  useReturnFocus(aside, true);
  useEffect(() => {
    if (isNarrow) closing.current?.focus();
  }, [isNarrow]);
  return (
    <aside
      ref={aside}
      class="side-panel"
      aria-label={titles[panel]}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.close();
      }}
    >
      <div class="panel-head">
        <h2>{titles[panel]}</h2>
        <button type="button" class="tool" ref={closing} aria-label={`Close ${panel}`} onClick={props.close}>
          <Icon name="close" />
        </button>
      </div>
      {panel === "inspector" ? (
        <Inspector exchanges={props.exchanges} authors={props.authors} />
      ) : (
        <WeatherPanel weather={props.weather} appState={props.appState} />
      )}
    </aside>
  );
}
