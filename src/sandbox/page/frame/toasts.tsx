import type { JSX } from "preact";
import { createPortal } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";

export interface Notice {
  key: string;
  text: string;
  dismiss(): void;
}

/** Slack's own banners, and what the sandbox itself has to say. Beside an open modal nothing can be pressed, so they are drawn in it. */
export function Toasts({
  notices,
  modal,
}: {
  notices: readonly Notice[];
  modal: string | undefined;
}): JSX.Element {
  const [host, setHost] = useState<Element>();
  useLayoutEffect(() => {
    setHost(modal === undefined ? undefined : [...document.querySelectorAll("dialog.kit-modal")].at(-1));
  }, [modal]);
  const toasts = (
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
  return host?.isConnected === true ? createPortal(toasts, host) : toasts;
}
