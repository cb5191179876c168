import type { JSX } from "preact";
import type { Author } from "../authors.ts";
import { Icon } from "./icon.tsx";

/** Initials on a colour of one's own; the app has a mark instead. */
export function Avatar({
  author,
  size = "large",
}: {
  author: Author;
  size?: "small" | "large";
}): JSX.Element {
  return (
    <span class={`avatar avatar-${size} tone-${author.isApp ? "app" : author.tone}`} aria-hidden="true">
      {author.isApp ? <Icon name="bot" /> : author.initials}
    </span>
  );
}
