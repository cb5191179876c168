import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";
import { moved } from "./moved.ts";

interface MenuItem {
  key: string;
  label: string;
  hint?: string | undefined;
  mark?: ComponentChildren;
  /** Given where one of several is chosen. */
  isChosen?: boolean;
  run(): void;
}

export interface MenuGroup {
  label?: string;
  items: MenuItem[];
}

/** A button that opens a menu: arrows move, a letter jumps, Enter chooses, Esc closes. */
export function Menu(props: {
  label: string;
  /** Whether the button says its label itself. */
  saysLabel?: boolean;
  class: string;
  /** Whether it cannot be opened now. */
  isInert?: boolean;
  trigger: ComponentChildren;
  groups: MenuGroup[];
  /** What stands there instead where there is nothing to choose. */
  empty?: string;
}): JSX.Element {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const items = itemsIn(box.current);
    (items.find((item) => item.getAttribute("aria-checked") === "true") ?? items[0])?.focus();
    const closeOutside = ({ target }: Event) => {
      if (!(target instanceof Node && box.current?.contains(target))) setIsOpen(false);
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, [isOpen]);

  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const items = itemsIn(box.current);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = moved(event.key, at, items.length) ?? jumped(items, at, event);
    if (next !== undefined) items[next]?.focus();
    else if (event.key === "Escape") close();
    else if (event.key === "Tab") return setIsOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class={`menu ${props.class}`} ref={box} inert={props.isInert ?? false}>
      <button
        type="button"
        ref={button}
        class="menu-button"
        aria-label={props.saysLabel === true ? undefined : props.label}
        title={props.label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setIsOpen(true);
        }}
      >
        {props.trigger}
      </button>
      {isOpen && (
        <div
          class="menu-list"
          id={id}
          role="menu"
          aria-label={props.label}
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          {props.groups.every(({ items }) => items.length === 0) && (
            <button type="button" role="menuitem" class="menu-item" aria-disabled="true" tabIndex={-1}>
              {props.empty}
            </button>
          )}
          {props.groups.map(({ label, items }) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu.
            <div role="group" aria-label={label} key={label}>
              {label !== undefined && (
                <div class="menu-heading" aria-hidden="true">
                  {label}
                </div>
              )}
              {items.map((item) => (
                <Item key={item.key} item={item} close={close} />
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function Item({ item, close }: { item: MenuItem; close: () => void }): JSX.Element {
  return (
    <button
      type="button"
      class="menu-item"
      {...(item.isChosen === undefined
        ? { role: "menuitem" }
        : { role: "menuitemradio", "aria-checked": item.isChosen })}
      tabIndex={-1}
      onClick={() => {
        close();
        item.run();
      }}
    >
      {item.mark}
      <span class="menu-words">
        <span class="menu-label">{item.label}</span>
        {item.hint !== undefined && <span class="menu-hint">{item.hint}</span>}
      </span>
      {item.isChosen === true && <Icon name="check" />}
    </button>
  );
}

function itemsIn(box: HTMLElement | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
}

/** The next item that begins with the letter. */
function jumped(
  items: HTMLElement[],
  at: number,
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
): number | undefined {
  if (key.length !== 1 || key === " " || ctrlKey || metaKey || altKey) return undefined;
  const order = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  const found = order.find((item) =>
    item.querySelector(".menu-label")?.textContent.toLowerCase().startsWith(key.toLowerCase()),
  );
  return found && items.indexOf(found);
}
