import type { JSX } from "preact";
import { Icon } from "./icon.tsx";

export interface Notice {
  key: string;
  text: string;
  dismiss(): void;
}

/** Slack's own banners, and what the sandbox itself has to say. */
export function Toasts({ notices }: { notices: readonly Notice[] }): JSX.Element {
  return (
    <div class="toasts" role="status" aria-label="Notices">
      {notices.map(({ key, text, dismiss }) => (
        <div class="toast" key={key}>
          <Icon name="alert" />
          <p>{text}</p>
          <button type="button" class="tool" aria-label={`Dismiss: ${text}`} onClick={dismiss}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
