import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Icon } from "../frame/icon.tsx";
import { moved } from "../frame/moved.ts";
import { CopyButton } from "./copy-button.tsx";
import type { JsonRow } from "./json-rows.ts";
import { firstUnfolded, jsonRows, pointersAbove } from "./json-rows.ts";

/** Where to look; another object looks again. */
export interface Spot {
  pointer: string;
}

/** A JSON document that folds: arrows walk, → unfolds, ← folds. */
export function JsonTree(props: { label: string; json: unknown; spot: Spot | undefined }): JSX.Element {
  const { label, json, spot } = props;
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(() => firstUnfolded(json));
  const [at, setAt] = useState("");
  const tree = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => jsonRows(json, unfolded), [json, unfolded]);
  const wantsFocus = useRef(false);

  useEffect(() => {
    if (spot === undefined) return;
    wantsFocus.current = true;
    setUnfolded((before) => new Set([...before, ...pointersAbove(spot.pointer)]));
    setAt(spot.pointer);
  }, [spot]);

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const row = tree.current?.querySelector<HTMLElement>("[tabindex='0']");
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  });

  const toggle = (row: JsonRow, isOpen: boolean) => {
    if (!row.canUnfold) return;
    const next = new Set(unfolded);
    if (isOpen) next.add(row.pointer);
    else next.delete(row.pointer);
    setUnfolded(next);
  };

  const focus = (pointer: string | undefined) => {
    if (pointer === undefined) return;
    wantsFocus.current = true;
    setAt(pointer);
  };

  const index = Math.max(
    0,
    rows.findIndex(({ pointer }) => pointer === at),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[index];
    if (row === undefined) return;
    const next = moved(event.key, index, rows.length);
    if (next !== undefined) focus(rows[next]?.pointer);
    else if (event.key === "ArrowRight" && !row.isUnfolded) toggle(row, true);
    else if (event.key === "ArrowRight") focus(rows[index + 1]?.pointer);
    else if (event.key === "ArrowLeft" && row.isUnfolded) toggle(row, false);
    else if (event.key === "ArrowLeft") focus(pointersAbove(row.pointer).at(-1));
    else if (event.key === "Enter" || event.key === " ") toggle(row, !row.isUnfolded);
    else return;
    event.preventDefault();
  };

  return (
    <section class="json" aria-label={label}>
      <div class="json-head">
        <h3>{label}</h3>
        <CopyButton label={`Copy ${label.toLowerCase()}`} text={() => JSON.stringify(json, null, 2) ?? ""} />
      </div>
      <div class="json-tree" role="tree" aria-label={label} tabIndex={-1} ref={tree} onKeyDown={onKeyDown}>
        {rows.map((row, each) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys.
          <div
            key={row.pointer}
            role="treeitem"
            aria-level={row.depth}
            aria-expanded={row.canUnfold ? row.isUnfolded : undefined}
            aria-selected={row.pointer === spot?.pointer}
            tabIndex={each === index ? 0 : -1}
            class={`json-row depth-${Math.min(row.depth, 12)}`}
            onClick={() => {
              focus(row.pointer);
              toggle(row, !row.isUnfolded);
            }}
          >
            {row.canUnfold ? <Icon name="chevron" /> : <span class="json-gap" />}
            <span>
              {row.name !== undefined && <span class="json-name">{row.name}: </span>}
              <span class={`json-${row.kind}`}>{row.text}</span>
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}
