import type { JSX } from "preact";
import { useContext, useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import type { Place } from "../../server/protocol.ts";
import { comboboxProps } from "../frame/combobox.ts";
import { Icon } from "../frame/icon.tsx";
import { moved } from "../frame/moved.ts";
import { keptIn } from "../kept.ts";
import { SlackContext } from "../kit/slack.ts";
import { CommandList } from "./command-list.tsx";
import { commandIn, offersFor } from "./completion.ts";
import { useRecall } from "./use-recall.ts";

const maxRows = 8;

/** Where words and commands are typed. What was begun is kept for each person and place. */
export function Composer({ place }: { place: Place }): JSX.Element {
  const { scene, act } = useContext(SlackContext);
  const { commands, name: appName } = scene.app;
  const draft = useMemo(() => keptIn(sessionStorage, `draft/${scene.me}/${place.id}`), [scene.me, place.id]);
  const [text, setDrawnText] = useState(draft.read);
  const [at, setAt] = useState(0);
  const [isListClosed, setIsListClosed] = useState(false);
  const { recallBy, remember } = useRecall(scene.me);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  const offers = isListClosed ? [] : offersFor(text, commands);
  const current = commandIn(text, commands);
  const label = `Message #${place.name}`;

  useEffect(() => {
    // A phone would push its keyboard over the channel.
    if (matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, []);

  const setText = (next: string) => {
    draft.write(next);
    setDrawnText(next);
    setAt(0);
    setIsListClosed(false);
  };

  const complete = (index: number) => {
    const offer = offers[index];
    if (offer === undefined) return;
    setText(`${offer.command} `);
    field.current?.focus();
  };

  const send = async () => {
    const words = text.trim();
    if (words === "") return;
    setText("");
    remember(words);
    const { error } = await act({ do: "writes", place: place.id, text: words });
    if (error !== undefined && draft.read() === "") setText(words);
  };

  /** Whether the key was for the list of commands. */
  const onListKey = ({ key, shiftKey }: KeyboardEvent): boolean => {
    if (offers.length === 0) return false;
    const next = key === "Home" || key === "End" ? undefined : moved(key, at, offers.length);
    if (next !== undefined) setAt(next);
    else if (key === "Escape") setIsListClosed(true);
    else if (key === "Tab" && !shiftKey) complete(at);
    else if (key === "Enter" && !shiftKey && offers[at]?.command !== text) complete(at);
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (onListKey(event)) return event.preventDefault();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void send();
      return;
    }
    const recalled = recallBy(event.key, text);
    if (recalled === undefined) return;
    event.preventDefault();
    setText(recalled);
    setIsListClosed(true);
  };

  return (
    <div class="composer">
      {offers.length > 0 && (
        <CommandList id={id} appName={appName} offers={offers} at={at} point={setAt} choose={complete} />
      )}
      <form
        class="composer-box"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <textarea
          ref={field}
          {...comboboxProps({ id, at, count: offers.length })}
          aria-label={label}
          aria-describedby={`${id}hint`}
          placeholder={label}
          rows={Math.min(maxRows, text.split("\n").length)}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="send" aria-label="Send" disabled={text.trim() === ""}>
          <Icon name="send" />
        </button>
      </form>
      <p class="composer-hint" id={`${id}hint`}>
        {current === undefined ? (
          <span class="keys-hint">
            <kbd>/</kbd> commands <kbd>Enter</kbd> send <kbd>Shift Enter</kbd> new line
          </span>
        ) : (
          <>
            <code>
              {current.command} {current.usageHint}
            </code>
            <span>{current.description}</span>
          </>
        )}
      </p>
    </div>
  );
}
