import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { Icon } from "../frame/icon.tsx";
import { SlackContext } from "../kit/slack.ts";

export function RestartButton(): JSX.Element {
  const { act } = useContext(SlackContext);
  return (
    <button type="button" class="button" onClick={() => void act({ do: "restarts-app" })}>
      <Icon name="restart" /> Restart
    </button>
  );
}
