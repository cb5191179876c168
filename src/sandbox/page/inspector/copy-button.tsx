import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../frame/icon.tsx";

const shownMs = 2000;

export function CopyButton({ label, text }: { label: string; text: () => string }): JSX.Element {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (said === "") return;
    const timer = setTimeout(() => setSaid(""), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setSaid("Copied");
    } catch {
      setSaid("The browser does not let this page copy");
    }
  };
  return (
    <span class="copy">
      <span role="status">{said}</span>
      <button
        type="button"
        class="tool tool-small"
        aria-label={label}
        title={label}
        onClick={() => void copy()}
      >
        <Icon name={said === "Copied" ? "check" : "copy"} />
      </button>
    </span>
  );
}
