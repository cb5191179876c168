import type { JSX } from "preact";
import type { IconName } from "./icon-lines.ts";
import { lines } from "./icon-lines.ts";

/** Says nothing by itself: words stand beside it, or on the button around it. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={lines[name]} />
    </svg>
  );
}
