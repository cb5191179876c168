import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import type { AppState, Weather } from "../../server/protocol.ts";
import { SlackContext } from "../kit/slack.ts";
import { memo } from "../memo.tsx";
import { AppStateCard } from "./app-state-card.tsx";
import { LeverControl } from "./lever-control.tsx";

export const WeatherPanel = memo(DrawnWeatherPanel);

/** What can be turned, and what can be let go wrong. */
function DrawnWeatherPanel({ weather, appState }: { weather: Weather; appState: AppState }): JSX.Element {
  const { act } = useContext(SlackContext);
  const groups = [...Map.groupBy(weather.levers, ({ group }) => group)];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by key.
    <section class="panel-box weather" aria-label="What can be turned" tabIndex={0}>
      <AppStateCard appState={appState} />
      {weather.strikes.length > 0 && (
        <section class="weather-group">
          <h3>Let something go wrong once</h3>
          <ul class="strikes">
            {weather.strikes.map(({ id, label, hint, pending }) => (
              <li key={id}>
                <button type="button" class="strike" onClick={() => void act({ do: "strikes", strike: id })}>
                  <span class="strike-label">{label}</span>
                  <span class="strike-hint">{hint}</span>
                  {pending > 0 && <span class="strike-pending">{pending} to come</span>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {groups.map(([group, levers]) => (
        <section class="weather-group" key={group}>
          <h3>{group}</h3>
          {levers.map((lever) => (
            <LeverControl
              key={lever.id}
              lever={lever}
              set={(to) => void act({ do: "sets", lever: lever.id, to })}
            />
          ))}
        </section>
      ))}
    </section>
  );
}
