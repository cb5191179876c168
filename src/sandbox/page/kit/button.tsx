import type {
  Button as ButtonElement,
  FeedbackButtons,
  IconButton,
  PlainTextElement,
  WorkflowButton,
} from "@slack/types";
import type { ElementProps } from "./element.ts";
import { isSafeUrl } from "./inline.ts";
import { useItsSurface } from "./surface.ts";
import { plainOf } from "./text.tsx";

/** A button; one with a `url` opens it, and the app hears of that too. */
export function Button({ spot, field }: ElementProps<ButtonElement | WorkflowButton>) {
  const surface = useItsSurface();
  const { element } = spot;
  const { text, style, confirm } = element;
  const url = element.type === "button" && isSafeUrl(element.url ?? "") ? element.url : undefined;
  const isBusy = surface.isTelling(spot);
  const look = `kit-button is-${style ?? "plain"}${isBusy ? " is-busy" : ""}`;
  const label = element.accessibility_label;
  const press = async () => !surface.isTelling(spot) && surface.tell(spot, { confirm });

  if (url !== undefined) {
    const open = async (event: Event) => {
      if (confirm === undefined) return void press();
      event.preventDefault();
      if (await press()) window.open(url, "_blank", "noopener,noreferrer");
    };
    return (
      <a
        id={field.id}
        class={look}
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={label}
        onClick={open}
      >
        {plainOf(text)} <span aria-hidden="true">↗</span>
      </a>
    );
  }
  return (
    <button id={field.id} type="button" class={look} aria-label={label} aria-busy={isBusy} onClick={press}>
      {plainOf(text)}
    </button>
  );
}

/** Two thumbs. */
export function Feedback({ spot }: ElementProps<FeedbackButtons>) {
  const surface = useItsSurface();
  const { positive_button: yes, negative_button: no } = spot.element;
  return (
    <span class="kit-row">
      {[yes, no].map((side) => (
        <button
          type="button"
          class="kit-button is-small"
          aria-label={side.accessibility_label}
          onClick={() => surface.tell(spot, { held: side.value })}
        >
          {!isPicture(side.text) && <span aria-hidden="true">{side === yes ? "👍" : "👎"}</span>}{" "}
          {plainOf(side.text)}
        </button>
      ))}
    </span>
  );
}

/** Many an app writes the thumb itself. */
function isPicture({ text }: PlainTextElement): boolean {
  return /^(\p{Extended_Pictographic}|:\w+:)/u.test(text);
}

const icons: Record<string, string> = { trash: "🗑" };

export function Icon({ spot, field }: ElementProps<IconButton>) {
  const surface = useItsSurface();
  const { icon, text, accessibility_label: label, confirm } = spot.element;
  return (
    <button
      id={field.id}
      type="button"
      class="kit-button is-small"
      aria-label={label}
      onClick={() => surface.tell(spot, { confirm })}
    >
      <span aria-hidden="true">{icons[icon] ?? "•"}</span> {plainOf(text)}
    </button>
  );
}
