import { useContext, useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ShownView } from "../../server/protocol.ts";
import { DrawnBlocks } from "./blocks.tsx";
import { useDialog } from "./dialog.ts";
import type { ActBody } from "./slack.ts";
import { SlackContext } from "./slack.ts";
import { useSurface } from "./surface.ts";
import { tabRound } from "./tab-round.ts";

/** One modal. `depth` says how many lie on top of it. */
export function Modal({ view, depth }: { view: ShownView; depth: number }) {
  const slack = useContext(SlackContext);
  const id = useId();
  const dialog = useDialog("slack");
  const body = useRef<HTMLElement>(null);
  const surface = useSurface({ on: { view: view.id }, blocks: view.blocks, values: view.values });
  const isBusy = useRef(false);
  const [isSubmitting, setSubmitting] = useState(false);
  const errorIds = Object.keys(view.errors).join(" ");

  useLayoutEffect(() => keepFocus(dialog.current, body.current), [view.hash]);
  useEffect(() => {
    const wrong = body.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    if (errorIds !== "") wrong?.focus();
  }, [view.hash, errorIds]);

  async function act(body: Extract<ActBody, { do: "submits" | "dismisses" }>) {
    if (isBusy.current) return;
    isBusy.current = true;
    setSubmitting(body.do === "submits");
    await slack.act(body);
    isBusy.current = false;
    setSubmitting(false);
  }

  function submit() {
    if (view.submit === undefined || view.isSubmitDisabled) return;
    void act({ do: "submits", view: view.id, values: surface.handOver() });
  }

  function dismiss(all = false) {
    void act({ do: "dismisses", view: view.id, ...(all && { all }) });
  }

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLElement }) {
    const isHere = (event.target as Element).closest("dialog") === event.currentTarget;
    if (!isHere || event.isComposing || event.defaultPrevented) return;
    if (event.key === "Escape") dismiss();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
    else if (!tabRound(event.currentTarget, event)) return;
    event.preventDefault();
  }

  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      class={`kit-modal is-below-${Math.min(depth, 2)}`}
      inert={depth > 0}
      aria-labelledby={`${id}-title`}
      onKeyDown={onKeyDown}
    >
      <form
        class="kit-modal-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <header class="kit-modal-head">
          <h2 id={`${id}-title`}>{view.title}</h2>
          <button
            type="button"
            class="kit-button is-icon"
            aria-label="Close all"
            onClick={() => dismiss(true)}
          >
            <span class="kit-cross" aria-hidden="true" />
          </button>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard. */}
        <section ref={body} class="kit-modal-body" aria-labelledby={`${id}-title`} tabIndex={0}>
          <DrawnBlocks blocks={view.blocks} surface={surface} errors={view.errors} />
        </section>
        <footer class="kit-modal-foot">
          <button type="button" class="kit-button is-plain" onClick={() => dismiss()}>
            {view.close}
          </button>
          {view.submit !== undefined && (
            <button
              type="submit"
              class={`kit-button is-primary${isSubmitting ? " is-busy" : ""}`}
              disabled={view.isSubmitDisabled}
              aria-busy={isSubmitting}
              // The second half of a double click, after a quick answer, is no second submission.
              onClick={(event) => event.detail > 1 && event.preventDefault()}
            >
              {view.submit}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

/** Where nothing of a new view is focused yet: what asks for it, else the body, from where everything can be reached. */
function keepFocus(dialog: HTMLElement | null, body: HTMLElement | null): void {
  const focused = document.activeElement;
  const isBusy = focused !== body && focused !== dialog && dialog?.contains(focused);
  if (isBusy || dialog?.querySelector("dialog[open]")) return;
  (body?.querySelector<HTMLElement>("[data-focus=true]") ?? body)?.focus();
}
