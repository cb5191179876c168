import type { MultiSelect, Select } from "@slack/types";
import { useRef, useState } from "preact/hooks";
import type { Choice } from "./choices.ts";
import { chosenOf } from "./choices.ts";
import type { ElementProps } from "./element.ts";
import { ariaOf } from "./element.ts";
import { withEmoji } from "./emoji.ts";
import { useMenuChoices } from "./menu-choices.ts";
import { MenuList } from "./menu-list.tsx";
import { useItsSurface } from "./surface.ts";
import { plainOf } from "./text.tsx";

/** Every select: one choice or several, from the payload, the app or the workspace. */
export function Menu({ spot, field }: ElementProps<Select | MultiSelect>) {
  const surface = useItsSurface();
  const { element } = spot;
  const isMulti = element.type.startsWith("multi_");
  const most = (element as MultiSelect).max_selected_items;
  const menu = useMenuChoices(spot);
  const [query, setQuery] = useState<string>();
  const [active, setActive] = useState<string>();
  const anchor = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);

  const isOpen = query !== undefined;
  const chosen = chosenOf(surface.held(spot), menu.known);
  const offered = menu.offer.kind === "offers" ? menu.offer.groups.flatMap(({ choices }) => choices) : [];
  const isFull = isMulti && most !== undefined && chosen.length >= most;
  // Something is always ready for Enter: where the keys went, else what is chosen, else the first.
  const ready = [active, isMulti ? undefined : chosen[0]?.key, offered[0]?.key];
  const activeAt = offered.findIndex(
    ({ key }) => key === ready.find((one) => offered.some((each) => each.key === one)),
  );
  const placeholder = plainOf(element.placeholder) || (isMulti ? "Choose some" : "Choose one");

  function open(text = "") {
    setQuery(text);
    menu.types(text);
  }

  function close() {
    setQuery(undefined);
    setActive(undefined);
    menu.closes();
  }

  function hold(choices: readonly Choice[]) {
    const held = isMulti ? choices.map((one) => one.held) : (choices[0]?.held ?? null);
    if (spot.tells) void surface.tell(spot, { held, confirm: element.confirm });
    else surface.keep(spot, held);
  }

  function choose(choice: Choice) {
    const isChosen = chosen.some(({ key }) => key === choice.key);
    if (!isMulti) {
      close();
      if (!isChosen) hold([choice]);
      return;
    }
    if (!isChosen && isFull) return;
    hold(isChosen ? chosen.filter(({ key }) => key !== choice.key) : [...chosen, choice]);
    if (query !== "") open();
  }

  function remove(choice: Choice) {
    hold(chosen.filter(({ key }) => key !== choice.key));
    input.current?.focus();
  }

  function press(event: KeyboardEvent) {
    if (event.isComposing) return;
    const { key } = event;
    if (key === "Backspace" && isMulti && (query ?? "") === "" && chosen.length > 0)
      hold(chosen.slice(0, -1));
    else if (key === "ArrowDown" || key === "ArrowUp") {
      if (isOpen) go(activeAt + (key === "ArrowDown" ? 1 : -1));
      else open();
    } else if (isOpen && (key === "Home" || key === "End")) go(key === "Home" ? 0 : -1);
    else if (isOpen && key === "Escape") close();
    else if (isOpen && key === "Enter" && !event.ctrlKey && !event.metaKey) {
      const choice = offered[activeAt];
      if (choice !== undefined) choose(choice);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function go(to: number) {
    setActive(offered.at(offered.length === 0 ? 0 : to % offered.length)?.key);
  }

  const [single] = isMulti ? [] : chosen;
  const shown = single === undefined ? "" : wordsOf(single);
  const listId = `${field.id}-list`;
  return (
    <div class={`kit-menu${isMulti ? " is-multi" : ""}`} ref={anchor}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its clicks go to the field that it frames. */}
      <div class={`kit-box${field.isInvalid ? " is-invalid" : ""}`} onMouseDown={toInput}>
        {isMulti && chosen.length > 0 && (
          <ul class="kit-chips" aria-label="Chosen">
            {chosen.map((choice) => (
              <li class="kit-chip" key={choice.key}>
                <span>{wordsOf(choice)}</span>
                <button
                  type="button"
                  class="kit-chip-remove"
                  aria-label={`Remove ${wordsOf(choice)}`}
                  onClick={() => remove(choice)}
                >
                  <span class="kit-cross" aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        )}
        <input
          ref={input}
          id={field.id}
          class="kit-menu-input"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-activedescendant={isOpen && activeAt !== -1 ? `${listId}-${activeAt}` : undefined}
          aria-busy={surface.isTelling(spot)}
          {...ariaOf(field)}
          data-focus={element.focus_on_load}
          placeholder={isOpen && shown !== "" ? shown : isMulti && chosen.length > 0 ? "" : placeholder}
          value={query ?? shown}
          onInput={(event) => open(event.currentTarget.value)}
          onClick={() => isOpen || open()}
          onKeyDown={press}
          onBlur={close}
        />
        {single !== undefined && spot.isOptional && (
          <button type="button" class="kit-clear" aria-label={`Clear ${shown}`} onClick={() => hold([])}>
            <span class="kit-cross" aria-hidden="true" />
          </button>
        )}
        <span class="kit-chevron" aria-hidden="true" />
      </div>
      {isOpen && (
        <MenuList
          id={listId}
          anchor={anchor}
          label={field.label ?? placeholder}
          isMulti={isMulti}
          offer={menu.offer}
          query={query}
          chosen={chosen}
          activeAt={activeAt}
          most={isFull ? most : undefined}
          choose={choose}
        />
      )}
    </div>
  );

  function toInput(event: MouseEvent) {
    if ((event.target as HTMLElement).closest("button, input") !== null) return;
    event.preventDefault();
    input.current?.focus();
    if (isOpen) close();
    else open();
  }
}

function wordsOf({ text, isLiteral }: Choice): string {
  return isLiteral ? text : withEmoji(text);
}
