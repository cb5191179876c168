import type { EmailInput, NumberInput, PlainTextInput, RichTextInput, URLInput } from "@slack/types";
import type { ElementProps } from "./element.ts";
import { ariaOf } from "./element.ts";
import { useLater } from "./later.ts";
import { mayBeNumber } from "./number-typing.ts";
import { toRichText, wordsOf } from "./rich-words.ts";
import { useItsSurface } from "./surface.ts";
import { plainOf } from "./text.tsx";

type TypedElement = PlainTextInput | EmailInput | URLInput | NumberInput | RichTextInput;
type Box = HTMLInputElement | HTMLTextAreaElement;

/** The keyboard that a phone shows. */
const keyboards = { email_text_input: "email", url_text_input: "url" } as const;

/** Slack takes no longer text, whatever the app says. */
const longest = 3000;
const typingPause = 300;

/** Every field that is typed into. */
export function TextInput({ spot, field }: ElementProps<TypedElement>) {
  const surface = useItsSurface();
  const later = useLater(typingPause);
  const { element } = spot;
  const isRich = element.type === "rich_text_input";
  const isMultiline = isRich || (element.type === "plain_text_input" && element.multiline === true);
  const held = surface.held(spot);
  const text = isRich ? wordsOf(held) : String(held ?? "");
  const most = element.type === "plain_text_input" ? (element.max_length ?? longest) : undefined;
  const { trigger_actions_on: triggers = ["on_enter_pressed"] } = element.dispatch_action_config ?? {};

  function change(entered: string) {
    surface.keep(spot, toHeld(entered));
    if (spot.tells && triggers.includes("on_character_entered")) later.soon(() => tell(entered));
  }

  function tell(entered: string) {
    void surface.tell(spot, { held: toHeld(entered) });
  }

  function toHeld(entered: string): unknown {
    return isRich ? toRichText(entered) : entered || null;
  }

  function press(event: KeyboardEvent) {
    const isEnter = event.key === "Enter" && !event.isComposing && !event.ctrlKey && !event.metaKey;
    const isNewLine = isRich || (isMultiline && event.shiftKey);
    if (!isEnter || isNewLine || !spot.tells || !triggers.includes("on_enter_pressed")) return;
    event.preventDefault();
    later.never();
    tell((event.currentTarget as Box).value);
  }

  const shared = {
    id: field.id,
    class: `kit-input${field.isInvalid ? " is-invalid" : ""}`,
    ...ariaOf(field),
    "data-focus": element.focus_on_load,
    placeholder: plainOf(element.placeholder) || undefined,
    value: text,
    maxLength: most,
    onKeyDown: press,
    onBlur: later.now,
  };
  return (
    <>
      {isMultiline ? (
        <textarea
          {...shared}
          rows={isRich ? (element.min_lines ?? 4) : 4}
          onInput={(event) => change(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={keyboardOf(element)}
          autocomplete="off"
          onBeforeInput={(event) => guard(event, element)}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
      {most !== undefined && <Counter left={most - text.length} most={most} />}
      {isRich && (
        <p class="kit-about">
          Formatting is not available in this sandbox: what you type is sent as plain text.
        </p>
      )}
    </>
  );
}

function keyboardOf(element: TypedElement) {
  if (element.type === "number_input") return element.is_decimal_allowed ? "decimal" : "numeric";
  return keyboards[element.type as keyof typeof keyboards];
}

/** Shown once the end is near. */
function Counter({ left, most }: { left: number; most: number }) {
  const isNear = left <= Math.max(10, most / 10);
  return (
    <p class="kit-counter" aria-live="polite">
      {isNear && `${left} ${left === 1 ? "character" : "characters"} left`}
    </p>
  );
}

/** Keeps out of a number field what is no part of a number. */
function guard(event: InputEvent & { currentTarget: HTMLInputElement }, element: TypedElement): void {
  if (element.type !== "number_input" || event.data === null) return;
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const next =
    value.slice(0, selectionStart ?? value.length) + event.data + value.slice(selectionEnd ?? value.length);
  if (!mayBeNumber(next.trim(), element)) event.preventDefault();
}
