import type { JSX } from "preact";
import type { Scene, ShownView } from "../../server/protocol.ts";
import { Blocks } from "../kit/blocks.tsx";

export function Home({ view, app }: { view: ShownView | null; app: Scene["app"] }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by key.
    <section class="home" aria-label="Home" tabIndex={0}>
      <h2 class="unseen">Home</h2>
      <div class="home-content">
        {view === null ? (
          <p class="nothing">
            {app.name} shows nothing here so far.
            {app.commands[0] && (
              <>
                {" "}
                What it can do is told in any channel: type <code>{app.commands[0].command}</code> there.
              </>
            )}
          </p>
        ) : (
          <Blocks blocks={view.blocks} on={{ view: view.id }} values={view.values} errors={view.errors} />
        )}
      </div>
    </section>
  );
}
