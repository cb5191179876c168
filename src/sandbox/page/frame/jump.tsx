import type { JSX } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { comboboxProps, listId, optionId } from "./combobox.ts";
import type { Goal } from "./goals.ts";
import { goalsFor } from "./goals.ts";
import { Icon } from "./icon.tsx";
import { moved } from "./moved.ts";

/** Ctrl+K: a few letters and Enter lead to a channel or make one somebody else. */
export function Jump(props: { goals: readonly Goal[]; go(goal: Goal): void; close(): void }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const found = goalsFor(query, props.goals);

  useLayoutEffect(() => dialog.current?.showModal(), []);
  useEffect(() => list.current?.children[at]?.scrollIntoView({ block: "nearest" }), [at]);

  const choose = (goal: Goal | undefined) => {
    if (goal === undefined) return;
    dialog.current?.close();
    props.go(goal);
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself.
    <dialog
      class="jump"
      ref={dialog}
      aria-label="Jump to a channel or person"
      onClose={props.close}
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) currentTarget.close();
      }}
    >
      <div class="jump-field">
        <Icon name="search" />
        <input
          type="text"
          {...comboboxProps({ id, at, count: found.length })}
          aria-label="Channel or person"
          spellcheck={false}
          placeholder="Channel or person"
          value={query}
          onInput={({ currentTarget }) => {
            setQuery(currentTarget.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            const next = ["Home", "End"].includes(event.key) ? undefined : moved(event.key, at, found.length);
            if (next !== undefined) setAt(next);
            else if (event.key === "Enter") choose(found[at]);
            else return;
            event.preventDefault();
          }}
        />
      </div>
      <div class="jump-list" id={listId(id)} role="listbox" aria-label="Channels and people" ref={list}>
        {found.map((goal, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
          <div
            key={`${goal.kind}${goal.id}`}
            id={optionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            class="jump-option"
            onClick={() => choose(goal)}
            onPointerMove={() => setAt(index)}
          >
            <Icon name={goal.icon} />
            <span>{goal.label}</span>
            <span class="jump-hint">{goal.hint}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p class="jump-none">Nothing is called “{query}”.</p>}
    </dialog>
  );
}
