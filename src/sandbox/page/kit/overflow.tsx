import type { Overflow as OverflowElement, PlainTextOption } from "@slack/types";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ElementProps } from "./element.ts";
import { isSafeUrl } from "./inline.ts";
import { usePopup } from "./popup.ts";
import { useItsSurface } from "./surface.ts";
import { plainOf } from "./text.tsx";

/** "⋯": a menu of actions. */
export function Overflow({ spot, field }: ElementProps<OverflowElement>) {
  const surface = useItsSurface();
  const { element } = spot;
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  usePopup({ isOpen, anchor, popup, isWide: false });
  useLayoutEffect(() => {
    if (isOpen) items(popup.current)[0]?.focus();
  }, [isOpen]);

  function close() {
    setOpen(false);
    anchor.current?.focus();
  }

  async function choose(option: PlainTextOption) {
    close();
    const isTold = await surface.tell(spot, { held: option, confirm: element.confirm });
    const { url = "" } = option;
    if (isTold && isSafeUrl(url)) window.open(url, "_blank", "noopener,noreferrer");
  }

  function move(event: KeyboardEvent) {
    const all = items(popup.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) all.at(to % all.length)?.focus();
    else if (event.key === "Escape" || event.key === "Tab") close();
    else return;
    event.preventDefault();
  }

  return (
    <>
      <button
        ref={anchor}
        id={field.id}
        type="button"
        class="kit-button is-icon"
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-busy={surface.isTelling(spot)}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="kit-dots" aria-hidden="true" />
      </button>
      {isOpen && (
        <div
          ref={popup}
          class="kit-popup"
          popover="manual"
          role="menu"
          aria-label="More actions"
          tabIndex={-1}
          onKeyDown={move}
          onFocusOut={(event) => popup.current?.contains(event.relatedTarget as Node) || setOpen(false)}
        >
          {element.options.map((option) => (
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              class="kit-option"
              onClick={() => choose(option)}
            >
              {plainOf(option.text)}
              {option.description && <span class="kit-about">{plainOf(option.description)}</span>}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function items(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
}
