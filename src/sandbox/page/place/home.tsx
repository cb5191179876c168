import type { JSX } from "preact";
import type { ShownView } from "../../server/protocol.ts";
import { Blocks } from "../kit/blocks.tsx";

export function Home({ view, appName }: { view: ShownView | null; appName: string }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by key.
    <section class="home" aria-label="Home" tabIndex={0}>
      <h2 class="unseen">Home</h2>
      <div class="home-content">
        {view === null ? (
          <p class="nothing">{appName} has published no home for you yet.</p>
        ) : (
          <Blocks blocks={view.blocks} on={{ view: view.id }} values={view.values} errors={view.errors} />
        )}
      </div>
    </section>
  );
}
